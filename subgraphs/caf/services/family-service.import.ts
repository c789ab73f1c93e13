import { z } from "zod";
import { defineDataset, type Numbered, sourceOf, type Write, write } from "../../../foundation/imports/dataset.ts";
import {
  communeCode,
  day,
  decimal,
  departmentCode,
  optionalText,
  orEmpty,
  siren,
  text,
  year,
} from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, printedText, remarks, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { refusalOf } from "./activity-secrecy.ts";
import { FamilyService, FamilyServiceKind, ServiceState } from "./family-service.entity.ts";
import { ServiceActivity } from "./service-activity.entity.ts";
import { measuresOf, unitOf } from "./service-measures.ts";

const columns = z
  .object({
    id: text,
    type: z.enum(FamilyServiceKind),
    nom: text,
    gestionnaire: optionalText,
    departement: departmentCode,
    commune: orEmpty(communeCode),
    epci: orEmpty(siren).prefault(""),
    lieux: printedText,
    etat: z.enum(ServiceState).prefault(ServiceState.OPEN),
    agree_le: orEmpty(day).prefault(""),
    agree_jusqu_au: orEmpty(day).prefault(""),
    annee: orEmpty(year),
    periode: printedText,
    mesure: optionalText,
    valeur: orEmpty(decimal),
    valeur_imprimee: printedText,
    remarque: remarks,
    ...documentColumns,
  })
  .refine(...wholeDocument)
  .refine(({ agree_le, agree_jusqu_au }) => agree_le === null || agree_jusqu_au === null || agree_le <= agree_jusqu_au, {
    path: ["agree_jusqu_au"],
    error: "la fin de l'agrément précède son début",
  })
  .refine(({ commune, epci }) => commune === null || epci === null, {
    path: ["epci"],
    error: "un service est dans une commune, ou dans un EPCI : laissez l'une des deux cellules vide",
  })
  .refine(({ annee, mesure, valeur }) => (mesure ? annee !== null : annee === null && valeur === null), {
    path: ["mesure"],
    error: "un chiffre a une mesure et une année ; un service sans chiffre laisse les trois cellules vides",
  })
  .superRefine(({ type, mesure, valeur, document }, issue) => {
    if (mesure === null) return;
    const unit = unitOf(type, mesure);
    // What a document prints is public already.
    const refusal = unit === undefined ? { path: ["mesure"], message: unknownMeasure(type) } : document === null && refusalOf(unit, valeur);
    if (refusal) issue.addIssue({ code: "custom", ...refusal });
  });

/** French: why a measure is refused, with those that are not. */
const unknownMeasure = (kind: FamilyServiceKind) =>
  measuresOf(kind).length === 0
    ? `d'un service de type ${kind}, le hub ne compte rien : laissez la cellule vide`
    : `code inconnu : d'un service de type ${kind}, le hub compte ${measuresOf(kind)
        .map((measure) => `${measure} (${unitOf(kind, measure)})`)
        .join(", ")}`;

const transmitted = ({ departement }: Line, printedVintage: string) =>
  sourceOf(departement, {
    publisher: "Caf",
    dataset: "Services aux familles, transmission directe au hub",
    printedVintage,
    licence: "Licence Ouverte 2.0",
  });

/** One line is one number of a service; lines that share an id must agree on everything else, or they are rejected. */
export const familyServices = defineDataset({
  name: "family-services",
  title: "Services aux familles (RPE, LAEP, CLAS…) et leurs chiffres, transmis par une Caf (format d'échange du hub)",
  secrecy: "register",
  columns,
  whole: true,
  convert: (lines) => [...services(lines), ...activity(lines)],
});

type Line = Numbered<z.output<typeof columns>>;

/** The territory of a service: its id. */
const territoryOf = ({ commune, epci }: Line) =>
  commune ? territoryId(TerritoryLevel.COMMUNE, commune) : epci && territoryId(TerritoryLevel.EPCI, epci);

function* services(lines: Line[]): Iterable<Write> {
  const identities = new Map<string, string>();
  for (const row of lines) {
    const values = {
      id: row.id,
      department: row.departement,
      kind: row.type,
      name: row.nom,
      operator: row.gestionnaire,
      places: row.lieux,
      territory: territoryOf(row),
      state: row.etat,
      approvedOn: row.agree_le,
      approvalEndsOn: row.agree_jusqu_au,
      notes: row.remarque,
      source: documentOr(row.departement, row, transmitted(row, "à la réception du fichier")),
    };
    const identity = JSON.stringify(values);
    const known = identities.get(row.id);
    if (known === identity) continue;
    identities.set(row.id, known ?? identity);
    yield write(row.line, FamilyService, values);
  }
}

function activity(lines: Line[]): Write[] {
  return lines
    .filter(({ mesure }) => mesure !== null)
    .map((row) => {
      const period = row.periode ?? String(row.annee);
      return write(row.line, ServiceActivity, {
        service: row.id,
        measure: row.mesure,
        year: row.annee,
        period,
        value: row.valeur,
        unit: unitOf(row.type, row.mesure!),
        printed: row.valeur_imprimee,
        source: documentOr(row.departement, { ...row, millesime: row.millesime && period }, transmitted(row, period)),
      });
    });
}
