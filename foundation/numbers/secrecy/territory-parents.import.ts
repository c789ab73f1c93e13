import { z } from "zod";
import { defineDataset, write } from "../../imports/dataset.ts";
import { communeCode, departmentCode, siren, text } from "../../imports/french-values.ts";
import { jsonCell } from "../../imports/json-cell.ts";
import { departmentOfCommune } from "../department-of-commune.ts";
import { TerritoryLevel } from "../territory-level.ts";
import { TerritoryParent } from "./territory-parent.ts";

/** Which territory is a part of which, out of the files of @etalab/decoupage-administratif, for each subgraph that records numbers. */

const { COMMUNE, EPCI, DEPARTMENT, REGION } = TerritoryLevel;

type Territory = [level: TerritoryLevel, code: string];

const partOf = (line: number, [level, code]: Territory, [parentLevel, parentCode]: Territory) =>
  write(line, TerritoryParent, { level, code, parentLevel, parentCode });

/** The territories of the Drees are made of departments, or departments of them; one is an EPCI. */
const dreesParts: Record<string, [part: Territory, whole: Territory][]> = {
  "20": [
    [
      [DEPARTMENT, "2A"],
      [DEPARTMENT, "20"],
    ],
    [
      [DEPARTMENT, "2B"],
      [DEPARTMENT, "20"],
    ],
  ],
  "69D": [
    [
      [DEPARTMENT, "69D"],
      [DEPARTMENT, "69"],
    ],
  ],
  "69M": [
    [
      [DEPARTMENT, "69M"],
      [DEPARTMENT, "69"],
    ],
    [
      [EPCI, "200046977"],
      [DEPARTMENT, "69M"],
    ],
  ],
  "6AE": [
    [
      [DEPARTMENT, "67"],
      [DEPARTMENT, "6AE"],
    ],
    [
      [DEPARTMENT, "68"],
      [DEPARTMENT, "6AE"],
    ],
  ],
};

const departments = defineDataset({
  name: "hierarchy-departments",
  title: "Région de chaque département (découpage administratif)",
  secrecy: "published",
  columns: z.object({ code: departmentCode, region: text, zone: text }),
  convert: (lines) =>
    lines.flatMap(({ line, code, region }) =>
      code in dreesParts
        ? dreesParts[code]!.map(([part, whole]) => partOf(line, part, whole))
        : [partOf(line, [DEPARTMENT, code], [REGION, region])],
    ),
});

const communes = defineDataset({
  name: "hierarchy-communes",
  title: "Département de chaque commune, commune de chaque arrondissement municipal (découpage administratif)",
  secrecy: "published",
  columns: z.object({ code: communeCode, type: text, departement: departmentCode.optional(), commune: communeCode.optional() }),
  ignored: ({ type }) =>
    /^commune-(deleguee|associee)$/.test(type ?? "") ? "commune déléguée ou associée : elle n'est plus une commune" : null,
  convert: (lines) =>
    lines.map(({ line, code, departement, commune }) =>
      partOf(line, [COMMUNE, code], commune ? [COMMUNE, commune] : [DEPARTMENT, departement ?? departmentOfCommune(code)]),
    ),
});

const epcis = defineDataset({
  name: "hierarchy-epci",
  title: "EPCI de chaque commune (découpage administratif)",
  secrecy: "published",
  columns: z.object({
    code: siren,
    membres: jsonCell(z.array(z.object({ code: communeCode }))),
  }),
  convert: (lines) =>
    lines.flatMap(({ line, code, membres }) => membres.map((member) => partOf(line, [COMMUNE, member.code], [EPCI, code]))),
});

export const territoryParents = [departments, communes, epcis];
