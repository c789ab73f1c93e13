import { z } from "zod";
import { defineDataset, type Numbered, sourceOf, type Write, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, decimal, departmentCode, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/numbers/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { FamilyService, FamilyServiceKind, ServiceState } from "./family-service.entity.ts";
import { FamilyServiceFigure } from "./family-service-figure.entity.ts";
import { refusalOf } from "./figure-secrecy.ts";

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
    unite: optionalText,
  })
  .refine(({ annee, mesure, valeur, unite }) => (mesure ? annee !== null && unite !== null : annee === null && valeur === null), {
    path: ["mesure"],
    error: "un chiffre a une mesure, une année et une unité ; un service sans chiffre laisse les quatre cellules vides",
  })
  .superRefine(({ valeur, unite }, issue) => {
    const reason = unite === null ? null : refusalOf(unite, valeur);
    if (reason) issue.addIssue({ code: "custom", ...reason });
  });

const source = (departement: string, printedVintage: string) =>
  sourceOf(departement, {
    publisher: "Caf",
    dataset: "Services aux familles, transmission directe au hub",
    printedVintage,
    licence: "Licence Ouverte 2.0",
  });

/** One line is one figure of a service; lines that share an id must agree on everything else, or they are rejected. */
export const familyServices = defineDataset({
  name: "family-services",
  title: "Services aux familles (RPE, LAEP, CLAS…) et leurs chiffres, transmis par une Caf (format d'échange du hub)",
  secrecy: "register",
  columns,
  convert: (lines) => [...services(lines), ...figures(lines)],
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

function figures(lines: Line[]): Write[] {
  return lines
    .filter(({ mesure }) => mesure !== null)
    .map((row) =>
      write(row.line, FamilyServiceFigure, {
        id: `${row.id}:${row.mesure}:${row.annee}`,
        service: row.id,
        department: row.departement,
        kind: row.type,
        label: row.mesure,
        period: String(row.annee),
        value: row.valeur,
        unit: row.unite,
        printed: null,
        notes: [],
        source: source(row.departement, String(row.annee)),
      }),
    );
}
