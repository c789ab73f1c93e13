import { z } from "zod";
import { defineDataset, type Numbered, sourceOf, type Write, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, decimal, departmentCode, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
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
    annee: orEmpty(year),
    mesure: optionalText,
    valeur: orEmpty(decimal),
  })
  .refine(({ annee, mesure, valeur }) => (mesure ? annee !== null : annee === null && valeur === null), {
    path: ["mesure"],
    error: "un chiffre a une mesure et une année ; un service sans chiffre laisse les trois cellules vides",
  })
  .superRefine(({ type, mesure, valeur }, issue) => {
    if (mesure === null) return;
    const unit = unitOf(type, mesure);
    const refusal = unit === undefined ? { path: ["mesure"], message: unknownMeasure(type) } : refusalOf(unit, valeur);
    if (refusal) issue.addIssue({ code: "custom", ...refusal });
  });

/** French: why a measure is refused, with those that are not. */
const unknownMeasure = (kind: FamilyServiceKind) =>
  `code inconnu : d'un service de type ${kind}, le hub compte ${measuresOf(kind)
    .map((measure) => `${measure} (${unitOf(kind, measure)})`)
    .join(", ")}`;

const source = (departement: string, printedVintage: string) =>
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
  convert: (lines) => [...services(lines), ...activity(lines)],
});

type Line = Numbered<z.output<typeof columns>>;

function* services(lines: Line[]): Iterable<Write> {
  const identities = new Map<string, string>();
  for (const row of lines) {
    const identity = JSON.stringify([row.type, row.nom, row.gestionnaire, row.departement, row.commune]);
    const known = identities.get(row.id);
    if (known === identity) continue;
    identities.set(row.id, known ?? identity);
    yield write(row.line, FamilyService, {
      id: row.id,
      department: row.departement,
      kind: row.type,
      name: row.nom,
      operator: row.gestionnaire,
      places: null,
      territory: row.commune && territoryId(TerritoryLevel.COMMUNE, row.commune),
      state: ServiceState.OPEN,
      approvedOn: null,
      notes: [],
      source: source(row.departement, "à la réception du fichier"),
    });
  }
}

function activity(lines: Line[]): Write[] {
  return lines
    .filter(({ mesure }) => mesure !== null)
    .map((row) =>
      write(row.line, ServiceActivity, {
        service: row.id,
        measure: row.mesure,
        year: row.annee,
        period: String(row.annee),
        value: row.valeur,
        unit: unitOf(row.type, row.mesure!),
        printed: null,
        source: source(row.departement, String(row.annee)),
      }),
    );
}
