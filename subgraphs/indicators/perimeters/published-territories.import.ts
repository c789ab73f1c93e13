import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { communeCode, count, departmentCode, siren, text } from "../../../foundation/imports/french-values.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { PublishedTerritory } from "./published-territory.entity.ts";

/** For whom indicators are due or published, out of the files of @etalab/decoupage-administratif. */

const overseasCollectivity = "collectivité d'outre-mer : pas d'indicateur publié";
const below = 10_000;

const kinds = { metro: "CURRENT", drom: "CURRENT", drees: "STATISTICAL", demonstration: "DEMONSTRATION" } as const;
const kindOf = (code: string) => (code.startsWith(demonstrationPrefix) ? "DEMONSTRATION" : "CURRENT");

export const departments = defineDataset({
  name: "perimeter-departments",
  title: "Départements pour lesquels des indicateurs sont publiés, et territoires de la Drees de même niveau",
  secrecy: "published",
  columns: z.object({ code: departmentCode, nom: text, zone: z.enum(Object.keys(kinds) as [keyof typeof kinds]) }),
  ignored: ({ zone }) => (zone === "com" ? overseasCollectivity : null),
  convert: (lines) =>
    lines.map(({ line, code, zone }) => write(line, PublishedTerritory, { level: TerritoryLevel.DEPARTMENT, code, kind: kinds[zone] })),
});

export const regions = defineDataset({
  name: "perimeter-regions",
  title: "Régions pour lesquelles des indicateurs sont publiés, et la France",
  secrecy: "published",
  columns: z.object({ code: text, nom: text, chefLieu: communeCode, zone: text }),
  ignored: ({ zone }) => (zone === "com" ? overseasCollectivity : null),
  convert: (lines) =>
    lines.flatMap(({ line, code }) => [
      write(line, PublishedTerritory, { level: TerritoryLevel.REGION, code, kind: kindOf(code) }),
      // Île-de-France is in every vintage, as France is.
      ...(code === "11" ? [write(line, PublishedTerritory, { level: TerritoryLevel.NATION, code: "FR", kind: "CURRENT" })] : []),
    ]),
});

export const epcis = defineDataset({
  name: "perimeter-epci",
  title: "EPCI pour lesquels des indicateurs sont publiés",
  secrecy: "published",
  columns: z.object({ code: siren, nom: text, membres: text }),
  convert: (lines) =>
    lines.map(({ line, code }) => write(line, PublishedTerritory, { level: TerritoryLevel.EPCI, code, kind: kindOf(code) })),
});

export const communes = defineDataset({
  name: "perimeter-communes",
  title: "Communes de plus de 10 000 habitants et arrondissements, pour lesquels des indicateurs sont publiés",
  secrecy: "published",
  columns: z.object({ code: communeCode, nom: text, type: text, population: count.optional() }),
  ignored: ({ code, type, population }) => {
    if (/^(75056|69123|13055)$/.test(code ?? "")) return "ville dont les chiffres sont publiés par arrondissement";
    if (/^(97[578]|98)/.test(code ?? "")) return overseasCollectivity;
    if (type === "arrondissement-municipal") return null;
    if (type !== "commune-actuelle") return "commune déléguée ou associée";
    return Number(population ?? 0) > below ? null : "commune de 10 000 habitants au plus";
  },
  convert: (lines) =>
    lines.map(({ line, code }) => write(line, PublishedTerritory, { level: TerritoryLevel.COMMUNE, code, kind: kindOf(code) })),
});
