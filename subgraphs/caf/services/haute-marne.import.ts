import { z } from "zod";
import { defineDataset, type Write, write } from "../../../foundation/imports/dataset.ts";
import { count, frenchDate, frenchNumber, optionalText, text } from "../../../foundation/imports/french-values.ts";
import { slug } from "../../../foundation/imports/slug.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { communes, department, french, source, sumOf, territory } from "../haute-marne.ts";
import { FamilyService, FamilyServiceKind, ServiceState } from "./family-service.entity.ts";
import { ServiceActivity } from "./service-activity.entity.ts";
import { unitOf } from "./service-measures.ts";

/** The whole row of a service; what the document does not say is null. */
function writeService(
  line: number,
  printedVintage: string,
  values: Pick<FamilyService, "id" | "kind" | "name"> & Partial<Omit<FamilyService, "source">>,
): Write {
  return write(line, FamilyService, {
    department,
    operator: null,
    places: null,
    territory: null,
    state: ServiceState.OPEN,
    approvedOn: null,
    notes: [],
    ...values,
    source: source(printedVintage),
  });
}

/** The year that a period begins in: a school year is printed « 2014/2015 ». */
const yearOf = (period: string) => Number(period.slice(0, 4));

interface Printed {
  measure: string;
  period: string;
  value: number;
  printed: string | null;
}

/** A number of one service. */
function writeActivity(line: number, service: string, kind: FamilyServiceKind, number: Printed): Write {
  const { measure, period } = number;
  return write(line, ServiceActivity, { service, ...number, unit: unitOf(kind, measure), year: yearOf(period), source: source(period) });
}

const unitsOfDepartment: Record<string, string> = {
  D04: "actions",
  D05: "actions",
  "D05-children": "enfants",
  "clas-structures": "structures",
  "clas-training-participants": "participants",
  separations: "séparations",
};

/** A number of the whole department: a value of the register. */
function writeValue(line: number, { period, ...number }: Printed & { notes: string[] }): Write {
  return writeObservation(line, {
    ...{ level: TerritoryLevel.DEPARTMENT, code: department, year: yearOf(period), unit: unitsOfDepartment[number.measure]! },
    ...number,
    source: source(period),
  });
}

export const relays = defineDataset({
  name: "haute-marne-relays",
  title: "Relais assistants maternels (RAM, devenus relais petite enfance) de la Haute-Marne (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({ territoire_key: territory, territoire_imprime: text, nom_structure: text }),
  convert: (lines) =>
    lines.map((row) =>
      writeService(row.line, "2015", {
        id: `${department}-rpe-${slug(`${row.territoire_imprime} ${row.nom_structure}`)}`,
        kind: FamilyServiceKind.RPE,
        name: row.nom_structure,
        places: row.territoire_imprime,
        territory: row.territoire_key.id,
      }),
    ),
});

const actionLine = z.object({ porteur: text, nb_actions: count });

type ActionLine = z.output<typeof actionLine> & { line: number };

/** « … 4 structures … », « Total = 17 structures ». */
const structuresIn = (printed: string) => Number(/(\d+) structures/.exec(printed)?.[1]) || null;

/** Two tables of one form: who runs how many actions, then a total. */
function* writeActions(lines: ActionLine[], kind: FamilyServiceKind, measure: string, period: string): Iterable<Write> {
  const isTotal = ({ porteur }: ActionLine) => porteur.startsWith("Total");
  const rows = lines.filter((row) => !isTotal(row)).map((row) => ({ ...row, id: `${department}-${slug(`${kind} ${row.porteur}`)}` }));
  for (const { line, id, porteur } of rows) yield writeService(line, period, { id, kind, name: porteur, operator: porteur });
  for (const { line, id, nb_actions } of rows) yield writeActivity(line, id, kind, { measure, period, value: nb_actions, printed: null });
  for (const total of lines.filter(isTotal)) yield* writeTotal(total, rows, measure, period);
}

/** The printed total is the department's, flagged where the lines do not add up to it. */
function* writeTotal({ line, porteur, nb_actions }: ActionLine, rows: ActionLine[], measure: string, period: string): Iterable<Write> {
  const actions = sumOf(rows.map((row) => row.nb_actions));
  yield writeValue(line, {
    ...{ measure, period, value: nb_actions, printed: null },
    notes: actions === nb_actions ? [] : [`Les lignes du tableau font ${french(actions)}.`],
  });
  const printed = structuresIn(porteur);
  if (printed === null) return;
  const structures = sumOf(rows.map((row) => structuresIn(row.porteur) ?? 1));
  yield writeValue(line, {
    ...{ measure: "clas-structures", period, value: printed, printed: porteur },
    notes:
      structures === printed
        ? []
        : [
            `Le document imprime « ${porteur} » ; son tableau a ${rows.length} lignes, soit ${structures} structures en comptant celles que regroupe une même ligne.`,
          ],
  });
}

export const clas = defineDataset({
  name: "haute-marne-clas",
  title: "Contrats locaux d'accompagnement à la scolarité (CLAS) de la Haute-Marne, 2014/2015 (SDSF 2016-2019)",
  secrecy: "published",
  columns: actionLine,
  convert: (lines) => writeActions(lines, FamilyServiceKind.CLAS, "D05", "2014/2015"),
});

export const reaap = defineDataset({
  name: "haute-marne-reaap",
  title: "Actions du REAAP de la Haute-Marne, 2015 (SDSF 2016-2019)",
  secrecy: "published",
  columns: actionLine,
  convert: (lines) => writeActions(lines, FamilyServiceKind.REAAP, "D04", "2015"),
});

/** What the table tells of, each with the measures that it prints: those of a service, or, of no kind, those of the department. */
const dispositifs: Record<string, { kind: FamilyServiceKind | null; measures: Record<string, string> }> = {
  LAEP: { kind: FamilyServiceKind.LAEP, measures: { "enfants accueillis": "laep-children" } },
  MEDIATION_FAMILIALE: {
    kind: FamilyServiceKind.FAMILY_MEDIATION,
    measures: {
      "affaires nouvelles soumises au juge aux affaires familiales": "family-court-cases",
      "mesures de médiation familiale": "D06-measures",
      "taux de recours": "family-mediation-rate",
    },
  },
  GIPA: {
    kind: FamilyServiceKind.PARENT_INFORMATION,
    measures: { séances: "parent-information-sessions", participants: "parent-information-participants" },
  },
  ESPACE_RENCONTRE: {
    kind: FamilyServiceKind.CONTACT_CENTRE,
    measures: { familles: "contact-centre-families", enfants: "D07-children" },
  },
  CENTRE_SOCIAL: { kind: FamilyServiceKind.SOCIAL_CENTRE, measures: {} },
  // Who holds a CLAS stands in a table of its own; here are the children of all of them, and a training.
  CLAS: { kind: null, measures: { "enfants bénéficiaires": "D05-children", participants: "clas-training-participants" } },
  SEPARATIONS: { kind: null, measures: { séparations: "separations" } },
};

const projectStatus = "statut";
const approval = "agrément centre social";
const isNumber = (mesure: string) => mesure !== projectStatus && mesure !== approval;

const parentingLine = z
  .object({
    dispositif: z.enum(Object.keys(dispositifs)),
    nom: optionalText,
    gestionnaire: optionalText,
    lieux: optionalText,
    mesure: text,
    valeur: text,
    date: text,
  })
  .refine(({ dispositif, mesure }) => !isNumber(mesure) || Object.hasOwn(dispositifs[dispositif]!.measures, mesure), {
    path: ["mesure"],
    error: "mesure inconnue de ce dispositif",
  })
  .refine(
    ({ mesure, valeur }) =>
      mesure === projectStatus ? valeur === "projet" : mesure === approval ? frenchDate(valeur) !== null : frenchNumber(valeur) !== null,
    { path: ["valeur"], error: "attendu : un nombre, « projet » pour un statut, une date pour un agrément" },
  )
  .refine(({ mesure, date }) => !isNumber(mesure) || /^\d{4}(\/\d{4})?$/.test(date), {
    path: ["date"],
    error: "attendu : une année (2014) ou une année scolaire (2014/2015)",
  });

type ParentingLine = z.output<typeof parentingLine> & { line: number };

/** « projet familles: X » or « projet familles: (vide) », in the date column. */
const familyProject = (printed: string) =>
  `Projet « familles » du centre social : ${printed.endsWith(": X") ? "coché" : "case vide"} dans le tableau de la source.`;

export const parenting = defineDataset({
  name: "haute-marne-parenting",
  title: "LAEP, médiation familiale, espaces de rencontre, centres sociaux… de la Haute-Marne (SDSF 2016-2019)",
  secrecy: "published",
  columns: parentingLine,
  convert: (lines) => {
    const kindOf = ({ dispositif }: ParentingLine) => dispositifs[dispositif]!.kind;
    const id = (row: ParentingLine) => `${department}-${slug([row.dispositif, row.nom, row.lieux].join(" "))}`;
    const ofServices = lines.filter((row) => kindOf(row) !== null);
    const services = [...Map.groupBy(ofServices, id)].map(([id, rows]) => {
      const [first] = rows as [ParentingLine];
      const project = rows.find(({ mesure }) => mesure === projectStatus);
      const approved = rows.find(({ mesure }) => mesure === approval);
      const commune = communes[`commune-${slug(first.lieux ?? "")}`];
      return writeService(first.line, "2014 et 2015", {
        id,
        kind: kindOf(first)!,
        name: first.nom ?? first.dispositif,
        operator: first.gestionnaire,
        places: first.lieux,
        ...(commune && { territory: territoryId(TerritoryLevel.COMMUNE, commune) }),
        ...(project && { state: ServiceState.STUDIED, notes: [`Projet en ${project.date}.`] }),
        ...(approved && { approvedOn: frenchDate(approved.valeur), notes: [familyProject(approved.date)] }),
      });
    });
    const numbers = lines.flatMap((row) => {
      if (!isNumber(row.mesure)) return [];
      const measure = dispositifs[row.dispositif]!.measures[row.mesure]!;
      const printed = { measure, period: row.date, value: frenchNumber(row.valeur)!, printed: row.valeur };
      const kind = kindOf(row);
      return kind === null
        ? writeValue(row.line, { ...printed, notes: row.nom ? [row.nom] : [] })
        : writeActivity(row.line, id(row), kind, printed);
    });
    return [...services, ...numbers];
  },
});
