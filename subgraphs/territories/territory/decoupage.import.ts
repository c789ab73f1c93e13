import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, count, departmentCode, siren, text } from "../../../foundation/imports/french-values.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { TerritoryPopulation } from "../populations/territory-population.entity.ts";
import { writePart, writeTerritory } from "./place.ts";
import { TerritoryKind } from "./territory.entity.ts";

const { NATION, REGION, DEPARTMENT, EPCI, EPT, COMMUNE } = TerritoryLevel;

/** The JSON files of the npm package @etalab/decoupage-administratif, vintage 2026. */
const source = (code: string, file: string) =>
  sourceOf(code, {
    publisher: "Insee, DGCL (mise en forme Etalab)",
    dataset: `@etalab/decoupage-administratif 6.0.0, ${file}`,
    printedVintage: "2026",
    licence: "Licence Ouverte 2.0",
  });

const kinds: Record<string, TerritoryKind> = {
  metro: TerritoryKind.CURRENT,
  drom: TerritoryKind.CURRENT,
  com: TerritoryKind.OVERSEAS_COLLECTIVITY,
  drees: TerritoryKind.STATISTICAL,
  demonstration: TerritoryKind.DEMONSTRATION,
};
const zone = z.enum(Object.keys(kinds) as [string]);

/** Of a commune or an EPCI. */
function kindOf(code: string): TerritoryKind {
  if (code.startsWith("ZZ")) return TerritoryKind.DEMONSTRATION;
  return /^(97[578]|98)\d{2}/.test(code) && code.length === 5 ? TerritoryKind.OVERSEAS_COLLECTIVITY : TerritoryKind.CURRENT;
}

const regionCode = z.string().regex(/^(\d{2,3}|ZZ)$/, "attendu : un code région");
const france = territoryId(NATION, "FR");

export const regions = defineDataset({
  name: "regions",
  title: "Régions (code officiel géographique), et la France qu'elles forment",
  secrecy: "published",
  columns: z.object({ code: regionCode, nom: text, chefLieu: communeCode, zone }),
  convert: (lines) =>
    lines.flatMap(({ line, code, nom, zone }) => [
      writeTerritory(line, { level: REGION, code, kind: kinds[zone]!, name: nom, source: source(code, "regions") }),
      ...(kinds[zone] === TerritoryKind.CURRENT ? [writePart(line, france, territoryId(REGION, code), source(code, "regions"))] : []),
      // Île-de-France is in every vintage, as France is.
      ...(code === "11"
        ? [
            writeTerritory(line, {
              level: NATION,
              code: "FR",
              kind: TerritoryKind.CURRENT,
              name: "France",
              source: source("FR", "regions"),
            }),
          ]
        : []),
    ]),
});

/** Territories that the Drees publishes beside the departments: departments that are parts of them, or the one they are a part of. */
const statistical: Record<string, { parts?: string[]; whole?: string }> = {
  "20": { parts: ["2A", "2B"] },
  "69D": { whole: "69" },
  "69M": { whole: "69" },
  "6AE": { parts: ["67", "68"] },
};

export const departments = defineDataset({
  name: "departments",
  title: "Départements (code officiel géographique) et territoires de la Drees de même niveau",
  secrecy: "published",
  columns: z.object({ code: departmentCode, nom: text, region: regionCode, zone }),
  convert: (lines) =>
    lines.flatMap(({ line, code, nom, region, zone }) => {
      const kind = kinds[zone]!;
      const id = territoryId(DEPARTMENT, code);
      const from = source(code, "departements");
      const { parts = [], whole } = statistical[code] ?? {};
      return [
        writeTerritory(line, { level: DEPARTMENT, code, kind, name: nom, source: from }),
        ...(kind === TerritoryKind.STATISTICAL ? [] : [writePart(line, territoryId(REGION, region), id, from)]),
        ...parts.map((part) => writePart(line, id, territoryId(DEPARTMENT, part), from)),
        ...(whole ? [writePart(line, territoryId(DEPARTMENT, whole), id, from)] : []),
      ];
    }),
});

export const communes = defineDataset({
  name: "communes",
  title: "Communes actuelles et arrondissements municipaux (code officiel géographique)",
  secrecy: "published",
  columns: z.object({
    code: communeCode,
    nom: text,
    type: text,
    departement: departmentCode.optional(),
    commune: communeCode.optional(),
  }),
  ignored: ({ type }) =>
    type === "commune-deleguee" || type === "commune-associee" ? "commune déléguée ou associée : elle n'est plus une commune" : null,
  convert: (lines) =>
    lines.flatMap(({ line, code, nom, departement, commune }) => {
      const from = source(code, "communes");
      const whole = commune ? territoryId(COMMUNE, commune) : territoryId(DEPARTMENT, departement ?? departmentOfCommune(code));
      return [
        writeTerritory(line, { level: COMMUNE, code, kind: kindOf(code), name: nom, isDistrict: commune !== undefined, source: from }),
        writePart(line, whole, territoryId(COMMUNE, code), from),
      ];
    }),
});

/**
 * Groups of communes of the package; who belongs to them is in the file of memberships, with its years.
 * @param inForceFrom of their populations, which are not of the same year
 */
const groups = (name: string, title: string, level: typeof EPCI | typeof EPT, file: string, inForceFrom: string, year: number) =>
  defineDataset({
    name,
    title,
    secrecy: "published",
    columns: z.object({ code: siren, nom: text, type: text, populationTotale: count, populationMunicipale: count }),
    convert: (lines) =>
      lines.flatMap(({ line, code, nom, type, populationTotale, populationMunicipale }) => [
        writeTerritory(line, { level, code, kind: kindOf(code), name: nom, legalForm: type, source: source(code, file) }),
        write(line, TerritoryPopulation, {
          territory: territoryId(level, code),
          inForceFrom,
          municipal: populationMunicipale,
          total: populationTotale,
          source: { ...source(code, file), printedVintage: `1er janvier ${year}` },
        }),
      ]),
  });

export const epcis = groups("epci", "EPCI à fiscalité propre et leurs populations", EPCI, "epci", "2025-01-01", 2022);
export const epts = groups(
  "ept",
  "Établissements publics territoriaux du Grand Paris et leurs populations",
  EPT,
  "ept",
  "2026-01-01",
  2023,
);
