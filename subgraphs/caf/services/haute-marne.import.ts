import { z } from "zod";
import { defineDataset, type Write, write } from "../../../foundation/imports/dataset.ts";
import { count, frenchDate, frenchNumber, optionalText, text } from "../../../foundation/imports/french-values.ts";
import { slug } from "../../../foundation/imports/slug.ts";
import { territoryId } from "../../../foundation/numbers/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { communes, department, french, source, sumOf, territory } from "../haute-marne.ts";
import { FamilyService, FamilyServiceKind, ServiceState } from "./family-service.entity.ts";
import { FamilyServiceFigure } from "./family-service-figure.entity.ts";

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

type Figure = Pick<FamilyServiceFigure, "kind" | "label" | "period" | "value" | "unit"> &
  Partial<Pick<FamilyServiceFigure, "printed" | "notes">>;

/** @param service the service's id; null for a figure of the whole department. */
function writeFigure(line: number, service: string | null, values: Figure): Write {
  return write(line, FamilyServiceFigure, {
    id: [service ?? slug(`${department} ${values.kind ?? ""}`), slug(values.label), values.period].join(":"),
    service,
    department,
    printed: null,
    notes: [],
    ...values,
    source: source(values.period),
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
function* writeActions(lines: ActionLine[], kind: FamilyServiceKind, period: string): Iterable<Write> {
  const isTotal = ({ porteur }: ActionLine) => porteur.startsWith("Total");
  const rows = lines.filter((row) => !isTotal(row)).map((row) => ({ ...row, id: `${department}-${slug(`${kind} ${row.porteur}`)}` }));
  for (const { line, id, porteur } of rows) yield writeService(line, period, { id, kind, name: porteur, operator: porteur });
  for (const { line, id, nb_actions } of rows)
    yield writeFigure(line, id, { kind, period, label: "actions", value: nb_actions, unit: "actions" });
  for (const total of lines.filter(isTotal)) yield* writeTotal(total, rows, kind, period);
}

/** The printed total is a figure of the department, flagged where the lines do not add up to it. */
function* writeTotal(
  { line, porteur, nb_actions }: ActionLine,
  rows: ActionLine[],
  kind: FamilyServiceKind,
  period: string,
): Iterable<Write> {
  const actions = sumOf(rows.map((row) => row.nb_actions));
  yield writeFigure(line, null, {
    kind,
    period,
    label: "actions",
    value: nb_actions,
    unit: "actions",
    notes: actions === nb_actions ? [] : [`Les lignes du tableau font ${french(actions)}.`],
  });
  const printed = structuresIn(porteur);
  if (printed === null) return;
  const structures = sumOf(rows.map((row) => structuresIn(row.porteur) ?? 1));
  yield writeFigure(line, null, {
    kind,
    period,
    label: "structures",
    value: printed,
    unit: "structures",
    printed: porteur,
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
  convert: (lines) => writeActions(lines, FamilyServiceKind.CLAS, "2014/2015"),
});

export const reaap = defineDataset({
  name: "haute-marne-reaap",
  title: "Actions du REAAP de la Haute-Marne, 2015 (SDSF 2016-2019)",
  secrecy: "published",
  columns: actionLine,
  convert: (lines) => writeActions(lines, FamilyServiceKind.REAAP, "2015"),
});

const kinds = {
  LAEP: FamilyServiceKind.LAEP,
  MEDIATION_FAMILIALE: FamilyServiceKind.FAMILY_MEDIATION,
  GIPA: FamilyServiceKind.PARENT_INFORMATION,
  ESPACE_RENCONTRE: FamilyServiceKind.CONTACT_CENTRE,
  CENTRE_SOCIAL: FamilyServiceKind.SOCIAL_CENTRE,
  CLAS: FamilyServiceKind.CLAS,
  SEPARATIONS: null,
} as const;

const units: Record<string, string> = {
  "enfants accueillis": "enfants",
  "affaires nouvelles soumises au juge aux affaires familiales": "affaires",
  "mesures de médiation familiale": "mesures",
  "taux de recours": "%",
  séparations: "séparations",
  séances: "séances",
  participants: "participants",
  familles: "familles",
  enfants: "enfants",
  "enfants bénéficiaires": "enfants",
};

const projectStatus = "statut";
const approval = "agrément centre social";

const parentingLine = z
  .object({
    dispositif: z.enum(Object.keys(kinds) as [keyof typeof kinds]),
    nom: optionalText,
    gestionnaire: optionalText,
    lieux: optionalText,
    mesure: z.enum([projectStatus, approval, ...Object.keys(units)]),
    valeur: text,
    date: text,
  })
  .refine(
    ({ mesure, valeur }) =>
      mesure === projectStatus ? valeur === "projet" : mesure === approval ? frenchDate(valeur) !== null : frenchNumber(valeur) !== null,
    { path: ["valeur"], error: "attendu : un nombre, « projet » pour un statut, une date pour un agrément" },
  );

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
    // Who holds a CLAS stands in a table of its own; here are the children of all of them, and a training.
    const isService = ({ dispositif }: ParentingLine) => dispositif !== "SEPARATIONS" && dispositif !== "CLAS";
    const id = (row: ParentingLine) => `${department}-${slug([row.dispositif, row.nom, row.lieux].join(" "))}`;
    const services = [...Map.groupBy(lines.filter(isService), id)].map(([id, rows]) => {
      const [first] = rows as [ParentingLine];
      const project = rows.find(({ mesure }) => mesure === projectStatus);
      const approved = rows.find(({ mesure }) => mesure === approval);
      const commune = communes[`commune-${slug(first.lieux ?? "")}`];
      return writeService(first.line, "2014 et 2015", {
        id,
        kind: kinds[first.dispositif]!,
        name: first.nom ?? first.dispositif,
        operator: first.gestionnaire,
        places: first.lieux,
        ...(commune && { territory: territoryId(TerritoryLevel.COMMUNE, commune) }),
        ...(project && { state: ServiceState.STUDIED, notes: [`Projet en ${project.date}.`] }),
        ...(approved && { approvedOn: frenchDate(approved.valeur), notes: [familyProject(approved.date)] }),
      });
    });
    const figures = lines
      .filter(({ mesure }) => mesure in units)
      .map((row) =>
        writeFigure(row.line, isService(row) ? id(row) : null, {
          kind: kinds[row.dispositif],
          label: row.dispositif === "CLAS" && row.gestionnaire ? `${row.mesure} (${row.nom})` : row.mesure,
          period: row.date,
          value: frenchNumber(row.valeur),
          unit: units[row.mesure]!,
          printed: row.valeur,
        }),
      );
    return [...services, ...figures];
  },
});
