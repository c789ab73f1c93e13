import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, count, departmentCode, siren, text } from "../../../foundation/imports/french-values.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { FamilyServicesCommittee } from "../committee/family-services-committee.entity.ts";
import { IndicatorTerritory } from "./indicator-territory.entity.ts";

/** For whom indicators are due or published, out of the files of @etalab/decoupage-administratif. */

const overseasCollectivity = "collectivité d'outre-mer : pas de CDSF";
const below = 10_000;

export const committees = defineDataset({
  name: "committees",
  title: "Départements dotés d'un CDSF",
  secrecy: "published",
  columns: z.object({ code: departmentCode, nom: text, zone: text }),
  ignored: ({ zone }) => (zone === "com" ? overseasCollectivity : null),
  convert: (lines) =>
    lines.flatMap(({ line, code, zone }) => [
      write(line, IndicatorTerritory, { level: TerritoryLevel.DEPARTMENT, code }),
      ...(zone === "drees" ? [] : [write(line, FamilyServicesCommittee, { id: code })]),
    ]),
});

export const regions = defineDataset({
  name: "perimeter-regions",
  title: "Régions pour lesquelles des indicateurs sont publiés",
  secrecy: "published",
  columns: z.object({ code: text, nom: text, chefLieu: communeCode, zone: text }),
  ignored: ({ zone }) => (zone === "com" ? overseasCollectivity : null),
  convert: (lines) => lines.map(({ line, code }) => write(line, IndicatorTerritory, { level: TerritoryLevel.REGION, code })),
});

export const epcis = defineDataset({
  name: "perimeter-epci",
  title: "EPCI pour lesquels des indicateurs sont publiés",
  secrecy: "published",
  columns: z.object({ code: siren, nom: text, membres: text }),
  convert: (lines) => lines.map(({ line, code }) => write(line, IndicatorTerritory, { level: TerritoryLevel.EPCI, code })),
});

export const communes = defineDataset({
  name: "perimeter-communes",
  title: "Communes de plus de 10 000 habitants et arrondissements, pour lesquels des indicateurs sont publiés",
  secrecy: "published",
  columns: z.object({ code: communeCode, nom: text, type: text, population: count.optional() }),
  ignored: ({ type, population }) => {
    if (type === "arrondissement-municipal") return null;
    if (type !== "commune-actuelle") return "commune déléguée ou associée";
    return Number(population ?? 0) > below ? null : "commune de 10 000 habitants au plus";
  },
  convert: (lines) => lines.map(({ line, code }) => write(line, IndicatorTerritory, { level: TerritoryLevel.COMMUNE, code })),
});
