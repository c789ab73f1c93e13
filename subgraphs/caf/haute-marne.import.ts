import { z } from "zod";
import { defineDataset, sourceOf, write, type Write, writeObservation } from "../dataset.ts";
import { count, frenchDate, frenchNumber, optionalText, text } from "../french-values.ts";
import { TerritoryLevel } from "../territory-level.ts";
import { beneficiaries } from "./beneficiary-count.ts";
import { ChildcareMode, coverageSeries } from "./childcare-mode.ts";
import { FamilyService, FamilyServiceKind } from "./family-service.entity.ts";
import { FamilyServiceFigure } from "./family-service-figure.entity.ts";
import { AgreementStatus, TerritorialAgreement } from "./territorial-agreement.entity.ts";

const department = "52";

const source = (vintage: string) =>
  sourceOf(department, {
    publisher: "CDSF de la Haute-Marne",
    dataset: "Schéma départemental des services aux familles 2016-2019",
    vintage,
    licence: "document public",
  });

const communes: Record<string, string> = {
  "commune-chaumont": "52121",
  "commune-joinville": "52250",
  "commune-langres": "52269",
  "commune-nogent": "52353",
  "commune-saint-dizier": "52448",
};

/** The keys are those of the territories: an EPCI of 2016, `dep-52`, or `commune-…` out of the table above. */
const territory = text
  .refine((key) => !key.startsWith("commune-") || key in communes, "commune absente de la table des communes du document")
  .transform((key) => {
    if (key === "dep-52") return { key, level: TerritoryLevel.DEPARTMENT, code: department };
    return communes[key]
      ? { key, level: TerritoryLevel.COMMUNE, code: communes[key] }
      : { key, level: TerritoryLevel.FORMER_EPCI, code: `${department}:${key}` };
  });

const isEpci = ({ epci_key }: { epci_key: z.output<typeof territory> }) => epci_key.level === TerritoryLevel.FORMER_EPCI;

const printedNumber = text.refine((printed) => frenchNumber(printed) !== null, "attendu : un nombre");

const sumOf = (values: number[]) => values.reduce((all, value) => all + value, 0);
const french = (value: number) => value.toLocaleString("fr-FR");

const slug = (printed: string) =>
  printed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

export const coverage2013 = defineDataset({
  name: "haute-marne-coverage-2013",
  title: "Taux de couverture 2013 des EPCI de la Haute-Marne (SDSF 2016-2019)",
  columns: z.object({ epci_key: territory, naissances_enfants_moins_3_ans: count, taux_couverture_2013_imprime: printedNumber }),
  convert: (lines) => {
    const rows = lines.map((row) => ({
      ...row,
      births: row.naissances_enfants_moins_3_ans,
      rate: frenchNumber(row.taux_couverture_2013_imprime)!,
    }));
    const epcis = rows.filter(isEpci);
    const births = sumOf(epcis.map((row) => row.births));
    const mean = Math.round((sumOf(epcis.map((row) => row.births * row.rate)) / births) * 100) / 100;
    const gaps = (row: (typeof rows)[number]) => [
      ...(births === row.births
        ? []
        : [`Les naissances des EPCI font ${french(births)} ; le document imprime ${french(row.births)} pour le département.`]),
      ...(mean === row.rate
        ? []
        : [
            `La moyenne des EPCI pondérée par les naissances est ${french(mean)} ; le document imprime ${row.taux_couverture_2013_imprime}.`,
          ]),
    ];
    return rows.map((row) =>
      writeObservation(row.line, {
        ...coverageSeries[ChildcareMode.TOTAL].rate,
        level: row.epci_key.level,
        code: row.epci_key.code,
        year: 2013,
        value: row.rate,
        denominator: row.births,
        printed: row.taux_couverture_2013_imprime,
        notes: isEpci(row) ? [] : gaps(row),
        source: source("2013"),
      }),
    );
  },
});

export const beneficiaries2014 = defineDataset({
  name: "haute-marne-beneficiaries",
  title: "Allocataires de la Caf par EPCI de la Haute-Marne au 31 décembre 2014 (SDSF 2016-2019)",
  columns: z.object({ epci_key: territory, allocataires_31_12_2014: count }),
  ignored: ({ epci_key }) => (epci_key === "hors-epci" ? "ligne « hors EPCI » : ce n'est pas un territoire" : null),
  convert: (lines) => {
    const sum = sumOf(lines.filter(isEpci).map((row) => row.allocataires_31_12_2014));
    const gaps = (total: number) =>
      total === sum
        ? []
        : [`Les EPCI font ${french(sum)} : le document compte à part les allocataires hors EPCI (écart de ${french(total - sum)}).`];
    return lines.map((row) =>
      writeObservation(row.line, {
        ...beneficiaries,
        level: row.epci_key.level,
        code: row.epci_key.code,
        year: 2014,
        value: row.allocataires_31_12_2014,
        notes: isEpci(row) ? [] : gaps(row.allocataires_31_12_2014),
        source: source("31 décembre 2014"),
      }),
    );
  },
});

const agreementStatus = { signee: AgreementStatus.SIGNED, en_cours: AgreementStatus.IN_PREPARATION, sans_ctg: AgreementStatus.NONE };

/** The year of the last agreement: `1ère CTG en 2009 / 2ème CTG en 2015`. */
const lastYear = (printed: string) => Number(printed.match(/\d{4}/g)?.at(-1)) || null;

export const agreements = defineDataset({
  name: "haute-marne-agreements",
  title: "Conventions territoriales globales (CTG) de la Haute-Marne au 31 décembre 2015 (SDSF 2016-2019)",
  columns: z
    .object({
      territoire_key: territory,
      annee_signature_imprimee: text,
      statut_derive: z.enum(["signee", "en_cours", "sans_ctg"]),
      rang_derniere_ctg: count,
    })
    .refine(
      ({ statut_derive, annee_signature_imprimee }) => (statut_derive === "signee") === (lastYear(annee_signature_imprimee) !== null),
      {
        path: ["annee_signature_imprimee"],
        error: "une CTG signée a une année, une autre n'en a pas",
      },
    ),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, TerritorialAgreement, {
        id: `${department}-ctg-${row.territoire_key.key}`,
        department,
        holderLevel: row.territoire_key.level,
        holderCode: row.territoire_key.code,
        status: agreementStatus[row.statut_derive],
        signedYear: lastYear(row.annee_signature_imprimee),
        signedOn: null,
        rank: row.rang_derniere_ctg || null,
        startOn: null,
        endOn: null,
        signatories: null,
        themes: null,
        printed: row.annee_signature_imprimee,
        source: source("31 décembre 2015"),
      }),
    ),
});

/** The whole row of a service; what the document does not say is null. */
function writeService(
  line: number,
  vintage: string,
  values: Pick<FamilyService, "id" | "kind" | "name"> & Partial<Omit<FamilyService, "source">>,
): Write {
  return write(line, FamilyService, {
    department,
    operator: null,
    places: null,
    territoryLevel: null,
    territoryCode: null,
    planned: false,
    approvedOn: null,
    notes: [],
    ...values,
    source: source(vintage),
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
  columns: z.object({ territoire_key: territory, territoire_imprime: text, nom_structure: text }),
  convert: (lines) =>
    lines.map((row) =>
      writeService(row.line, "2015", {
        id: `${department}-rpe-${slug(`${row.territoire_imprime} ${row.nom_structure}`)}`,
        kind: FamilyServiceKind.RPE,
        name: row.nom_structure,
        places: row.territoire_imprime,
        territoryLevel: row.territoire_key.level,
        territoryCode: row.territoire_key.code,
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
  columns: actionLine,
  convert: (lines) => writeActions(lines, FamilyServiceKind.CLAS, "2014/2015"),
});

export const reaap = defineDataset({
  name: "haute-marne-reaap",
  title: "Actions du REAAP de la Haute-Marne, 2015 (SDSF 2016-2019)",
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
  columns: parentingLine,
  convert: (lines) => {
    const isService = ({ dispositif, gestionnaire }: ParentingLine) =>
      dispositif !== "SEPARATIONS" && (dispositif !== "CLAS" || gestionnaire !== null);
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
        ...(commune && { territoryLevel: TerritoryLevel.COMMUNE, territoryCode: commune }),
        ...(project && { planned: true, notes: [`Projet en ${project.date}.`] }),
        ...(approved && { approvedOn: frenchDate(approved.valeur), notes: [familyProject(approved.date)] }),
      });
    });
    const figures = lines
      .filter(({ mesure }) => mesure in units)
      .map((row) =>
        writeFigure(row.line, isService(row) ? id(row) : null, {
          kind: kinds[row.dispositif],
          label: row.mesure,
          period: row.date,
          value: frenchNumber(row.valeur),
          unit: units[row.mesure]!,
          printed: row.valeur,
        }),
      );
    return [...services, ...figures];
  },
});
