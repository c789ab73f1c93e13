import { readFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import { seeded } from "../../../random.ts";

/** Real departments and regions with a few made-up communes and EPCI each; every year, each is another department. */

export const years = Array.from({ length: 4 }, (_, index) => 2010 + index);
export const quantities = ["children", "lone-parent children", "families"] as const;
type Quantity = (typeof quantities)[number];

/** `level code` */
export type Territory = string;

/** Numbers of each commune and year, by `commune year quantity`. */
export type Truth = Map<string, number>;

const official: { code: string; region: string; zone: string }[] = JSON.parse(
  readFileSync(new URL("../../../../node_modules/@etalab/decoupage-administratif/data/departements.json", import.meta.url), "utf8"),
);
export const departments = official.filter(({ zone }) => zone !== "com").toSorted((a, b) => a.region.localeCompare(b.region));

/** Eight communes and three EPCI a department; where it can, the last EPCI takes a commune of the next department. */
export const communes = departments.flatMap(({ code, region }, position) =>
  Array.from({ length: 8 }, (_, index) => {
    const crosses = index === 0 && departments[position - 1]?.region === region;
    const epci = crosses ? 3 * position - 1 : 3 * position + (index % 3);
    return { code: `${code}${String(index + 1).padStart(5 - code.length, "0")}`, department: code, region, epci: `${100_000_000 + epci}` };
  }),
);

const totals = (level: string, of: (commune: (typeof communes)[number]) => string) =>
  [...Map.groupBy(communes, of)].map(([code, members]) => [`${level} ${code}`, members] as const);

/** The communes of every territory. */
export const membersOf = new Map<Territory, typeof communes>([
  ...totals("COMMUNE", ({ code }) => code),
  ...totals("EPCI", ({ epci }) => epci),
  ...totals("DEPARTMENT", ({ department }) => department),
  ...totals("REGION", ({ region }) => region),
]);

/** Which numbers are the sum of which. */
export const sums: { total: Territory; parts: Territory[] }[] = [
  ...[...membersOf]
    .filter(([territory]) => /^(EPCI|DEPARTMENT)/.test(territory))
    .map(([total, members]) => ({ total, parts: members.map(({ code }) => `COMMUNE ${code}`) })),
  ...[...Map.groupBy(departments, ({ region }) => region)].map(([region, parts]) => ({
    total: `REGION ${region}`,
    parts: parts.map(({ code }) => `DEPARTMENT ${code}`),
  })),
];

const random = seeded(11);
/** Half of the numbers are below 20, some are in the thousands. */
const skewed = () => Math.floor(Math.exp((random.integer(0, 1000) / 1000) ** 1.6 * 9)) - 1;

export function draw(): Truth {
  const truth: Truth = new Map();
  for (const year of years) for (const { code } of communes) drawCommune(truth, code, year, skewed());
  return truth;
}

function drawCommune(truth: Truth, code: string, year: number, children: number): void {
  truth.set(`${code} ${year} children`, children);
  truth.set(`${code} ${year} lone-parent children`, Math.round((children * random.integer(0, 35)) / 100));
  truth.set(`${code} ${year} families`, skewed());
}

/** A correction of some communes of one department in five. */
export function revise(truth: Truth): Truth {
  const revised = new Map(truth);
  for (const year of years) {
    for (const { code } of departments) {
      if (!random.chance(0.2)) continue;
      const own = random.shuffled(communes.filter(({ department }) => department === code));
      for (const commune of own.slice(0, random.integer(1, 3))) drawCommune(revised, commune.code, year, 1 + skewed());
    }
  }
  return revised;
}

export function numberOf(truth: Truth, territory: Territory, year: number, quantity: Quantity): number {
  return membersOf.get(territory)!.reduce((sum, { code }) => sum + truth.get(`${code} ${year} ${quantity}`)!, 0);
}

const untold = new Set(
  [...membersOf.keys()].flatMap((territory) =>
    years.flatMap((year) => ["A01", "A05", "A06"].filter(() => random.chance(0.06)).map((code) => `${code} ${territory} ${year}`)),
  ),
);

function linesOf(truth: Truth, ofYears: readonly number[]) {
  return ofYears.flatMap((annee) =>
    [...membersOf.keys()].flatMap((territory) => {
      const [niveau, territoire] = territory.split(" ");
      const [children, lone, families] = quantities.map((quantity) => numberOf(truth, territory, annee, quantity)) as [
        number,
        number,
        number,
      ];
      const line = {
        niveau,
        territoire,
        annee,
        statut: "PUBLISHED",
        millesime: annee,
        remarque: "",
        perimetre: annee,
        numerateur: "",
        denominateur: "",
      };
      const rate = { numerateur: lone, denominateur: children, valeur: Math.round((1000 * lone) / children) / 10 };
      return [
        { ...line, indicateur: "A01", unite: "enfants", valeur: children },
        { ...line, indicateur: "A05", unite: "familles", valeur: families },
        ...(children === 0 ? [] : [{ ...line, ...rate, indicateur: "A06", unite: "%" }]),
      ].filter(({ indicateur }) => !untold.has(`${indicateur} ${territory} ${annee}`));
    }),
  );
}

/** The exchange file of these years' numbers, but for some that are not transmitted. */
export function fileOf(truth: Truth, ofYears: readonly number[]): Buffer {
  return Buffer.from(stringify(linesOf(truth, ofYears), { header: true }));
}

/** Takes a correction back for the regions and years of these lines of its file. */
export function withdraw(correction: Truth, before: Truth, ofYears: readonly number[], lines: number[]): void {
  const sent = linesOf(correction, ofYears);
  for (const { niveau, territoire, annee } of lines.map((line) => sent[line - 2]!)) {
    const [{ region }] = membersOf.get(`${niveau} ${territoire}`)! as [(typeof communes)[number]];
    for (const { code } of communes.filter((commune) => commune.region === region)) {
      for (const quantity of quantities) correction.set(`${code} ${annee} ${quantity}`, before.get(`${code} ${annee} ${quantity}`)!);
    }
  }
}

/** The files that tell the hub where these territories are, by subgraph and dataset. */
export function perimeterFiles(): [subgraph: string, dataset: string, bytes: Buffer][] {
  const json = (rows: object[]) => Buffer.from(JSON.stringify(rows));
  const departmentRows = json(departments.map(({ code, region, zone }) => ({ code, nom: code, region, zone })));
  const communeRows = json(
    communes.map(({ code, department }) => ({ code, nom: code, type: "commune-actuelle", departement: department, population: 20_000 })),
  );
  const epciRows = json([...new Set(communes.map(({ epci }) => epci))].map((code) => ({ code, nom: code, membres: [] })));
  const memberRows = json(communes.map(({ code, epci }) => ({ commune: code, echelon: "EPCI", code: epci, de: "", a: "" })));
  const regionRows = json(
    [...new Set(departments.map(({ region }) => region))].map((code) => ({ code, nom: code, chefLieu: "01001", zone: "metro" })),
  );
  return [
    ["indicators", "catalogue", readFileSync(new URL("../../../../data/national/catalogue_indicateurs_reconstruit.csv", import.meta.url))],
    ["indicators", "perimeter-departments", departmentRows],
    ["indicators", "perimeter-regions", regionRows],
    ["indicators", "perimeter-epci", epciRows],
    ["indicators", "perimeter-communes", communeRows],
    ["indicators", "hierarchy-departments", departmentRows],
    ["indicators", "hierarchy-communes", communeRows],
    ["indicators", "hierarchy-epci", memberRows],
  ];
}
