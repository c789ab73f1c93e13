import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "../../../command.ts";
import { type Hub, startHub } from "../../../hub.ts";
import { importInto } from "../../../import-into.ts";

let hub: Hub;
const folder = mkdtempSync(join(tmpdir(), "secrecy-"));
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

/** A line of the exchange layout: children of the demonstration department with a disability allowance. */
const line = (niveau: string, territoire: string, annee: number, valeur: number, more: object = {}) => ({
  indicateur: "A09",
  niveau,
  territoire,
  annee,
  valeur,
  unite: "enfants",
  statut: "PUBLISHED",
  numerateur: "",
  denominateur: "",
  millesime: annee,
  remarque: "",
  etablissements: "",
  part_principale: "",
  perimetre: annee,
  ...more,
});

async function send(lines: object[], subgraph = "caf") {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(path, stringify(lines, { header: true }));
  const { stdout } = await startCommand("commands/import.ts", [subgraph, "observations", path], {
    DATABASE_URL: hub.databaseUrl,
  }).ended;
  return { path, stdout };
}

const seen = "value status secrecyRule numerator denominator printed notes unit missingParts computedBy";

/** All that the graph shows of an indicator of a department, but for when it was recorded and out of what. */
async function shown(department: string, code: string, year: number): Promise<any> {
  const { data } = await hub.query(
    `query ($department: ID!, $code: ID!, $year: Int!) { committee(department: $department) { department { values(indicators: [$code], years: [$year]) { observation { ${seen} } } } } }`,
    { department, code, year },
  );
  return data.committee.department.values[0].observation;
}

test("a small number, and the one that would give it away, are withheld and cannot be told apart", async () => {
  const lines = [
    line("COMMUNE", "01004", 2020, 4, { remarque: "Dont 3 garçons." }),
    line("COMMUNE", "01033", 2020, 40),
    line("COMMUNE", "01053", 2020, 60),
    line("DEPARTMENT", "01", 2020, 104),
  ];
  await send(lines);
  const { data } = await hub.query(
    `{ indicator(code: "A09") { values(level: COMMUNE, years: [2020], first: 3) { nodes { territory { code } observation { ${seen} } } } } }`,
  );
  const [first, second, third] = data.indicator.values.nodes;
  expect([first, second, third].map(({ territory }) => territory.code)).toEqual(["01004", "01033", "01053"]);
  const withheld = { value: null, status: "SUPPRESSED", secrecyRule: "persons-11@1", notes: [], printed: null, unit: "enfants" };
  expect(first.observation).toMatchObject(withheld);
  expect(second.observation).toEqual(first.observation);
  expect(third.observation).toMatchObject({ value: 60, status: "PUBLISHED", secrecyRule: null });
  expect(await shown("01", "A09", 2020)).toMatchObject({ value: 104 });
  expect((await send(lines)).stdout).toContain("4 lues, 0 acceptées, 4 inchangées");
});

test("what makes up an EPCI is what did in the year of its number", async () => {
  const epci = ["72124", "72155", "72187", "72200", "72268", "72306", "72350"]; // and 72287, until 2024
  const { stdout } = await send([
    line("EPCI", "247200447", 2022, 44 + 5 * 30 + 20 + 4),
    line("COMMUNE", "72287", 2022, 4),
    ...epci.map((code, index) => line("COMMUNE", code, 2022, index === 0 ? 20 : index === 1 ? 44 : 30)),
  ]);
  expect(stdout).toContain("9 lues, 9 acceptées");
  const { data } = await hub.query(
    `{ indicator(code: "A09") { values(level: COMMUNE, within: "DEPARTMENT:72", years: [2022], first: 10, status: SUPPRESSED) { nodes { territory { code } } } } }`,
  );
  expect(data.indicator.values.nodes).toEqual([{ territory: { code: "72124" } }, { territory: { code: "72287" } }]);
});

test("a list says how many are withheld; neither its sum, its median nor its conditions say more", async () => {
  await send([
    line("COMMUNE", "01004", 2014, 4),
    line("COMMUNE", "01033", 2014, 40),
    line("COMMUNE", "01053", 2014, 60),
    line("COMMUNE", "01283", 2014, 80),
    line("DEPARTMENT", "01", 2014, 184),
  ]);
  const { data } = await hub.query(`{ indicator(code: "A09") {
    all: values(level: COMMUNE, years: [2014], first: 1) { total { value status } median coverage { transmitted suppressed } }
    small: values(level: COMMUNE, years: [2014], first: 1, below: 50) { totalCount }
    least: values(level: COMMUNE, years: [2014], first: 3, orderBy: VALUE_ASC) { nodes { territory { code } rank { of } } }
  } }`);
  expect(data.indicator).toMatchObject({
    all: { total: { value: 140, status: "LOWER_BOUND" }, median: 70, coverage: { transmitted: 2, suppressed: 2 } },
    small: { totalCount: 0 },
    least: { nodes: [{ territory: { code: "01053" }, rank: { of: 2 } }, { territory: { code: "01283" } }, { rank: null }] },
  });
});

test("a number that what was published gives away is refused, and the refusal does not print it", async () => {
  const others = ["72124", "72155", "72187", "72200", "72268", "72306", "72350"];
  await send([line("EPCI", "247200447", 2021, 292), ...others.map((code) => line("COMMUNE", code, 2021, 40))]);
  const { stdout, path } = await send([line("COMMUNE", "72287", 2021, 9)]);
  expect(stdout).toContain(
    "ligne 2, colonne « valeur », valeur «  » : ce chiffre relève du secret statistique, et ce que le hub a déjà publié",
  );
  expect(readFileSync(`${path}.rejected.csv`, "utf8")).toMatch(/^2,valeur,,/m);
  const { data } = await hub.query(`{ value(id: "A09:COMMUNE:72287:2021") { observation { status } } }`);
  expect(data.value.observation.status).toBe("NOT_TRANSMITTED");
});

test("a number that others made public is withheld all the same, and its owner is told; what they made public protects nobody else", async () => {
  // Cnaf prints 2 places, and 66.7 places for 100 children.
  const { stdout } = await send([{ ...line("COMMUNE", "01329", 2019, 3), indicateur: "A01" }]);
  expect(stdout).toContain("1 acceptées");
  const { data } = await hub.query(`{
    places: value(id: "B08:COMMUNE:01329:2019") { observation { value } }
    rate: value(id: "B01:COMMUNE:01329:2019") { observation { value } }
    children: value(id: "A01:COMMUNE:01329:2019") { observation { value status } }
  }`);
  expect([data.places.observation.value, data.rate.observation.value]).toEqual([2, 66.7]);
  expect(data.children.observation).toEqual({ value: null, status: "SUPPRESSED" });
  const report = await startCommand("commands/secrecy.ts", ["report"], { DATABASE_URL: hub.databaseUrl }).ended;
  expect(report.stdout).toMatch(/^A01 2019 : 1 chiffres, 1 retenus par la règle, .*, 1 que d'autres ont rendus déductibles$/m);
});

test("an amount that two establishments make up, or one for 90 %, is withheld with its margins", async () => {
  const cost = (annee: number, etablissements: number, part_principale: number) =>
    line("DEPARTMENT", "ZZ", annee, 12, {
      indicateur: "B22",
      unite: "€ / heure",
      numerateur: 120,
      denominateur: 10,
      etablissements,
      part_principale,
    });
  await send([cost(2017, 2, 60), cost(2018, 5, 90), cost(2019, 5, 40)]);
  const withheld = { value: null, numerator: null, denominator: null, secrecyRule: "establishment-amounts-3@1" };
  expect(await shown("ZZ", "B22", 2017)).toMatchObject(withheld);
  expect(await shown("ZZ", "B22", 2018)).toMatchObject(withheld);
  expect(await shown("ZZ", "B22", 2019)).toMatchObject({ value: 12, numerator: 120, secrecyRule: null });
});

test("what no rule can protect is refused with the reason", async () => {
  const { stdout } = await send([
    line("DEPARTMENT", "ZZ", 2016, 50, { indicateur: "Z99", unite: "places" }),
    line("EMPLOYMENT_BASIN", "4418", 2016, 50),
    line("DEPARTMENT", "ZZ", 2016, 50, { indicateur: "A06", unite: "%" }),
    line("DEPARTMENT", "ZZ", 2016, 50, { numerateur: 5 }),
    line("DEPARTMENT", "ZZ", 2016, 50, { indicateur: "E03", unite: "places" }),
  ]);
  expect(stdout.match(/ligne \d, colonne « \w+ »/g)).toEqual([
    "ligne 2, colonne « indicateur »",
    "ligne 3, colonne « niveau »",
    "ligne 4, colonne « numerateur »",
    "ligne 5, colonne « numerateur »",
    "ligne 6, colonne « etablissements »",
  ]);
  const elsewhere = await send([line("COMMUNE", "01999", 2016, 50, { indicateur: "A04", unite: "naissances" })], "cdsf");
  expect(elsewhere.stdout).toContain("colonne « territoire », valeur « 01999 » : aucun territoire n'a ce code (commune)");
});

test("what was shown before a rule became stricter stays shown, and is reported", async () => {
  const shownBefore = stringify([line("COMMUNE", "ZZ003", 2014, 5), line("COMMUNE", "ZZ004", 2014, 50)], { header: true });
  expect((await importInto(hub.databaseUrl, "caf", "observations", shownBefore, { protect: async () => [] })).rejected).toEqual([]);
  const { data } = await hub.query('{ value(id: "A09:COMMUNE:ZZ003:2014") { observation { value } } }');
  expect(data.value.observation.value).toBe(5);
  const { stdout } = await startCommand("commands/secrecy.ts", ["report"], { DATABASE_URL: hub.databaseUrl }).ended;
  expect(stdout).toMatch(/^A09 2014 : 1 chiffres montrés, que la règle d'aujourd'hui retiendrait/m);
});

test("the report counts what is withheld, by indicator and year", async () => {
  await send([line("COMMUNE", "ZZ001", 2015, 4), line("COMMUNE", "ZZ002", 2015, 40), line("DEPARTMENT", "ZZ", 2015, 44)]);
  const { stdout } = await startCommand("commands/secrecy.ts", ["report"], { DATABASE_URL: hub.databaseUrl }).ended;
  expect(stdout).toMatch(/^A09 2015 : 3 chiffres, 1 retenus par la règle, 1 de plus/m);
});
