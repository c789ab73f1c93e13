import { z } from "zod";
import { defineDataset, write } from "../../imports/dataset.ts";
import { communeCode, departmentCode, orEmpty, siren, text, year } from "../../imports/french-values.ts";
import { departmentOfCommune, departmentOfCommuneIn } from "../../territories/department-of-commune.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";
import { TerritoryParent } from "../../territories/territory-parent.ts";

/** Which territory is a part of which, and when, for the register. */

const { COMMUNE, EPCI, EPT, DEPARTMENT, REGION } = TerritoryLevel;

type Territory = [level: TerritoryLevel, code: string];

interface Years {
  from: number | null;
  until: number | null;
}

const partOf = (
  line: number,
  [level, code]: Territory,
  [parentLevel, parentCode]: Territory,
  { from, until }: Years = { from: null, until: null },
) => write(line, TerritoryParent, { level, code, parentLevel, parentCode, fromYear: from ?? 0, untilYear: until });

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

/** Its communes that are none any more, which the file of communes does not have, were in the department that their code begins with. */
const epcis = defineDataset({
  name: "hierarchy-epci",
  title: "EPCI et EPT de chaque commune, avec leurs années (format d'échange du hub)",
  secrecy: "published",
  columns: z.object({ commune: communeCode, echelon: text, code: siren, de: orEmpty(year), a: orEmpty(year) }),
  ignored: ({ echelon }) => (echelon === EPCI || echelon === EPT ? null : "pas un EPCI, ni un EPT"),
  convert: (lines) =>
    lines.map(({ line, commune, echelon, code, de, a }) =>
      partOf(line, [COMMUNE, commune], [echelon as TerritoryLevel, code], { from: de, until: a }),
    ),
  settled: true,
  async afterwards({ names, sql }) {
    const parents = names.table(TerritoryParent);
    const department = departmentOfCommuneIn("p.code");
    await sql(
      `insert into ${parents} (level, code, parent_level, parent_code, from_year, until_year)
       select 'COMMUNE', p.code, 'DEPARTMENT', ${department}, min(p.from_year), max(p.until_year)
       from ${parents} p where p.level = 'COMMUNE' and p.parent_level = 'EPCI'
         and not exists (select from ${parents} c where c.level = 'COMMUNE' and c.code = p.code and c.parent_level <> 'EPCI' and c.parent_level <> 'EPT')
       group by p.code having bool_and(p.until_year is not null)
       on conflict do nothing`,
    );
    return [];
  },
});

const formerEpcis = defineDataset({
  name: "hierarchy-former-epci",
  title: "Département des EPCI qui n'existent plus, avec leurs années (format d'échange du hub)",
  secrecy: "published",
  columns: z.object({ siren, departement: departmentCode, de: orEmpty(year), a: year }),
  convert: (lines) =>
    lines.map(({ line, siren: code, departement, de, a }) => partOf(line, [EPCI, code], [DEPARTMENT, departement], { from: de, until: a })),
});

export const territoryParents = [departments, communes, epcis, formerEpcis];
