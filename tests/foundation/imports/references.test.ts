import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importInto, importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const rates = (code: string, year = "2022", column = "numcom") =>
  importRows(
    hub.databaseUrl,
    ["caf", "coverage"],
    [{ annee: year, [column === "numcom" ? "numero_commune" : column]: code, taux_de_couv_global: "50,0" }],
  );

describe("a number's territory", () => {
  test.each([
    ["a commune that never was", "52999", "2022", "numcom", "numero_commune", "aucun territoire n'a ce code (commune)"],
    [
      "a commune with two signs that changed places",
      "51221",
      "2022",
      "numcom",
      "numero_commune",
      /^aucun territoire n'a ce code \(commune\) : s'agit-il de .*52121|51/,
    ],
    ["a commune that is gone", "93059", "2025", "numcom", "numero_commune", "ce code n'existe plus depuis le 2025-01-01 : 93066"],
    [
      "an EPCI that never was",
      "200068659",
      "2023",
      "numepci",
      "numepci",
      /^aucun territoire n'a ce code \(EPCI\) : s'agit-il de .*200068658/,
    ],
    ["a department that never was", "96", "2023", "numdep", "numdep", /^aucun territoire n'a ce code \(département\)/],
  ])("%s is refused", async (_, code, year, column, printed, reason) => {
    const { written, rejected } = await rates(code, year, column);
    expect([written, rejected]).toEqual([
      false,
      [
        {
          line: 2,
          column: printed,
          value: code,
          reason: typeof reason === "string" ? expect.stringContaining(reason) : expect.stringMatching(reason),
        },
      ],
    ]);
  });

  test.each([
    ["a commune in its last year", "93059", "2024", "numcom"],
    ["an arrondissement", "75101", "2022", "numcom"],
    ["a collectivity", "977", "2023", "numdep"],
    ["a statistical whole", "20", "2023", "numdep"],
  ])("%s is one", async (_, code, year, column) => {
    expect(await rates(code, year, column)).toMatchObject({ rejected: [], written: true });
  });
});

describe("a territory of another level", () => {
  const line = csvRows("data/documents/haute-marne/pmi-values.csv").find(({ niveau }) => niveau === "SECTOR")!;
  const published = (niveau: string, territoire: string) =>
    importRows(hub.databaseUrl, ["pmi", "published-values"], [{ ...line, niveau, territoire }], true);
  const unknown = (value: string, level: string) => [{ value, reason: expect.stringContaining(`aucun territoire n'a ce code (${level})`) }];

  test("is refused where the register knows those of its level: an EPT, a region of the survey", async () => {
    expect((await published("EPT", "200054999")).rejected).toMatchObject(unknown("200054999", "EPT"));
    const [need] = csvRows("data/demonstration/bmo.csv");
    const { rejected } = await importRows(hub.databaseUrl, ["france-travail", "bmo"], [{ ...need!, REG: "98" }], true);
    expect(rejected).toMatchObject(unknown("98", "région"));
    expect(rejected[0]!.column).toBe("REG");
  });

  test("is taken until the register knows one of its level", async () => {
    expect((await published("SECTOR", "NOWHERE")).rejected).toEqual([]);
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    await client.query(
      "insert into indicators.territory_parent (level, code, parent_level, parent_code, from_year) values ('SECTOR', 'CHAUMONT', 'DEPARTMENT', '52', 0)",
    );
    await client.end();
    expect((await published("SECTOR", "NOWHERE")).rejected).toMatchObject(unknown("NOWHERE", "secteur"));
    expect((await published("SECTOR", "CHAUMONT")).rejected).toEqual([]);
  });
});

describe("a facility's commune", () => {
  const [facility] = csvRows("data/demonstration/facilities.csv");
  const send = (changes: Record<string, string>) =>
    importInto(
      hub.databaseUrl,
      "pmi",
      "facilities",
      [Object.keys(facility!), Object.values({ ...facility!, id: `F-${changes.departement}`, ...changes })]
        .map((cells) => cells.map((cell) => `"${cell}"`).join(","))
        .join("\n"),
    );

  test("lies in the department of its line", async () => {
    expect((await send({ departement: "75", commune: "92012" })).rejected).toEqual([
      { line: 2, column: "commune", value: "92012", reason: "cette commune n'est pas dans le département 75 de la ligne" },
    ]);
    expect(await send({ departement: "92", commune: "92012" })).toMatchObject({ rejected: [], written: true });
  });

  test("is one of today", async () => {
    expect((await send({ departement: "93", commune: "93059" })).rejected).toMatchObject([
      { column: "commune", value: "93059", reason: "ce code n'existe plus depuis le 2025-01-01 : 93066" },
    ]);
  });
});
