import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../foundation/imports/dataset.ts";
import { communeCode, count, departmentCode, siren, text } from "../../foundation/imports/french-values.ts";
import { jsonCell } from "../../foundation/imports/json-cell.ts";
import { Commune } from "./communes/commune.entity.ts";
import { Department, DepartmentKind } from "./departments/department.entity.ts";
import { Region } from "./departments/region.entity.ts";
import { Epci } from "./epcis/epci.entity.ts";
import { EpciMember } from "./epcis/epci-member.entity.ts";

/** The JSON files of the npm package @etalab/decoupage-administratif, vintage 2026. */
const source = (code: string, file: string) =>
  sourceOf(code, {
    publisher: "Insee, DGCL (mise en forme Etalab)",
    dataset: `@etalab/decoupage-administratif 6.0.0, ${file}`,
    vintage: "2026",
    licence: "Licence Ouverte 2.0",
  });

const kinds: Record<string, DepartmentKind> = {
  metro: DepartmentKind.DEPARTMENT,
  drom: DepartmentKind.DEPARTMENT,
  com: DepartmentKind.OVERSEAS_COLLECTIVITY,
  drees: DepartmentKind.STATISTICAL,
  demonstration: DepartmentKind.DEMONSTRATION,
};

const regionCode = z.string().regex(/^(\d{2,3}|ZZ)$/, "attendu : un code région");

export const regions = defineDataset({
  name: "regions",
  title: "Régions (code officiel géographique)",
  secrecy: "published",
  columns: z.object({ code: regionCode, nom: text, chefLieu: communeCode, zone: text }),
  convert: (lines) => lines.map(({ line, code, nom }) => write(line, Region, { code, name: nom })),
});

export const departments = defineDataset({
  name: "departments",
  title: "Départements (code officiel géographique) et territoires de la Drees de même niveau",
  secrecy: "published",
  columns: z.object({ code: departmentCode, nom: text, region: regionCode, zone: z.enum(Object.keys(kinds) as [string]) }),
  convert: (lines) =>
    lines.map(({ line, code, nom, region, zone }) => write(line, Department, { code, name: nom, region, kind: kinds[zone] })),
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
    collectiviteOutremer: z.string().optional(),
    commune: communeCode.optional(),
    anciensCodes: jsonCell(z.array(communeCode)).default([]),
    population: count.optional(),
  }),
  ignored: ({ type }) =>
    type === "commune-deleguee" || type === "commune-associee" ? "commune déléguée ou associée : elle n'est plus une commune" : null,
  convert: (lines) =>
    lines.map(({ line, code, nom, departement, commune, anciensCodes, population }) =>
      write(line, Commune, {
        code,
        name: nom,
        department: departement ?? code.slice(0, 3),
        parent: commune ?? null,
        formerCodes: anciensCodes,
        municipalPopulation: population ?? null,
        source: source(code, "communes"),
      }),
    ),
});

const member = z.object({
  code: communeCode,
  populationTotale: z.number().int().nullish(),
  populationMunicipale: z.number().int().nullish(),
});

export const epcis = defineDataset({
  name: "epci",
  title: "EPCI à fiscalité propre et leurs communes membres",
  secrecy: "published",
  columns: z.object({ code: siren, nom: text, type: text, populationTotale: count, membres: jsonCell(z.array(member)) }),
  convert: (lines) =>
    lines.flatMap(({ line, code, nom, type, populationTotale, membres }) => [
      write(line, Epci, {
        siren: code,
        name: nom,
        legalForm: type,
        totalPopulation: populationTotale,
        communeCount: membres.length,
        source: source(code, "epci"),
      }),
      ...membres.map((m) =>
        write(line, EpciMember, {
          commune: m.code,
          epci: code,
          totalPopulation: m.populationTotale ?? null,
          municipalPopulation: m.populationMunicipale ?? null,
          source: source(code, "epci"),
        }),
      ),
    ]),
});
