import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { chunks, csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test.each([
  ["52121", 2022, 92.1],
  ["52121", 2017, 77.0],
  ["52448", 2022, 64.9],
])("the coverage of commune %s in %i is %f places for 100 children", async (code, year, value) => {
  const { data } = await hub.query(
    `query ($code: ID!, $year: Int!) { commune: territory(level: COMMUNE, code: $code) { values(years: [$year], indicators: ["B01"]) {
      year observation { value status unit source { publisher dataset printedVintage periodStart periodEnd edition licence demonstration } }
    } } }`,
    { code, year },
  );
  const source = {
    publisher: "Cnaf (data.caf.fr)",
    dataset: "txcouv_pe_com",
    printedVintage: `décembre ${year}`,
    periodStart: `${year}-12-01`,
    periodEnd: `${year}-12-31`,
    edition: "2022-12-01",
    licence: null,
    demonstration: false,
  };
  const observation = {
    value,
    status: "PUBLISHED",
    unit: "places pour 100 enfants de moins de 3 ans",
    source,
  };
  expect(data.commune.values).toEqual([{ year, observation }]);
});

test("Chaumont's coverage in 2022 is split by mode as the file splits it", async () => {
  const { data } = await hub.query(
    `{ commune: territory(level: COMMUNE, code: "52121") { values(years: [2022], status: [PUBLISHED]) { indicator { code } observation { value } } } }`,
  );
  expect(Object.fromEntries(data.commune.values.map(({ indicator, observation }: any) => [indicator.code, observation.value]))).toEqual({
    ...{ B01: 92.1, B08: 453 },
    ...{ B03: 22.8, "places-facility-psu": 112 },
    ...{ B04: 2.4, "places-facility-non-psu": 12 },
    ...{ "coverage-facility": 25.2, "places-facility": 124 },
    ...{ B07: 12, "places-preschool": 59 },
    ...{ B05: 54.9, "places-childminder": 270 },
    ...{ B06: 0, "places-home-care": 0 },
    ...{ "coverage-individual": 54.9, "places-individual": 270 },
  });
});

/** The columns of a file, by indicator: the total first, then its five parts. */
const rateColumns = {
  B01: "taux_de_couv_global",
  B03: "taux_de_couv_eaje_psu",
  B04: "taux_de_couv_hors_eaje_psu",
  B07: "taux_de_couv_prescolarisation",
  B05: "taux_de_couv_assistante_maternelle",
  B06: "taux_de_couv_salariee_a_domicile",
  "coverage-facility": "taux_de_couv_eaje_ensemble",
  "coverage-individual": "taux_de_couv_accueil_individuel_ensemble",
};

const placesColumns = {
  B08: "places_offertes_ensemble",
  "places-facility-psu": "places_EAJE_PSU",
  "places-facility-non-psu": "places_hors_EAJE_PSU",
  "places-preschool": "places_prescolarisation",
  "places-childminder": "places_assistante_maternelle",
  "places-home-care": "places_salariee_domicile",
  "places-facility": "places_EAJE_ensemble",
  "places-individual": "places_accueil_individuel_ensemble",
};

/** Communes of the files that merged into another before 2026: Orée d'Anjou (under its former code), Pierre-Bénite, Pierrefitte-sur-Seine. */
const absorbed = ["49069", "69152", "93059"];

describe.each([
  {
    file: "txcouv_pe_com_2017-2022.csv",
    commune: "numero_commune",
    unit: "places pour 100 enfants de moins de 3 ans",
    columns: rateColumns,
    rows: 6283,
  },
  { file: "nbpla_pe_com_2017-2022.csv", commune: "num_commune", unit: "places", columns: placesColumns, rows: 6233 },
] as const)("$file", ({ file, commune, unit, columns, rows }) => {
  const printed = csvRows(`data/caf/${file}`);

  const key = (code: string, year: string | number, indicator: string) => `${code} ${year} ${indicator}`;

  test("every cell of every row is in the graph, to the digit", async () => {
    expect(printed).toHaveLength(rows);
    const ofToday = printed.filter((row) => !absorbed.includes(row[commune]!));
    const expected = new Map(
      ofToday.flatMap((row) =>
        Object.entries(columns).map(([indicator, column]) => [key(row[commune]!, row.date_reference!, indicator), Number(row[column])]),
      ),
    );
    const found = new Map<string, number>();
    for (const codes of chunks([...new Set(ofToday.map((row) => row[commune]!))], 20)) {
      const asked = codes.map(
        (code) =>
          `c${code}: territory(level: COMMUNE, code: "${code}") { code values(indicators: $indicators) { year indicator { code } observation { value status } } }`,
      );
      const { data } = await hub.query(`query ($indicators: [ID!]) { ${asked.join("\n")} }`, { indicators: Object.keys(columns) });
      for (const { code, values } of Object.values<any>(data)) {
        for (const { year, indicator, observation } of values) {
          if (observation.status === "PUBLISHED") found.set(key(code, year, indicator.code), observation.value);
        }
      }
    }
    expect(found).toEqual(expected);
  });

  test("the rows of communes absorbed since are kept", async () => {
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    const { rows: kept } = await client.query(
      "select code, year, array_agg(value order by value) as values from indicators.observation where code = any($1) and unit = $2 group by 1, 2",
      [absorbed, unit],
    );
    await client.end();
    const expected = printed
      .filter((row) => absorbed.includes(row[commune]!))
      .map((row) => [
        `${row[commune]} ${row.date_reference}`,
        Object.values(columns)
          .map((column) => Number(row[column]))
          .toSorted((a, b) => a - b),
      ]);
    expect(expected.length).toBeGreaterThan(0);
    expect(Object.fromEntries(kept.map(({ code, year, values }) => [`${code} ${year}`, values]))).toEqual(Object.fromEntries(expected));
  });
});

test("a total further from its five parts than rounding explains is flagged, and stays as printed", async () => {
  const tenths = (cell?: string) => Math.round(Number(cell) * 10);
  const flaggedIn = (rows: Record<string, string>[], columns: Record<string, string>, commune: string, rounding: number) => {
    const [total, ...parts] = Object.values(columns).slice(0, 6);
    return rows
      .filter((row) => !absorbed.includes(row[commune]!))
      .filter((row) => Math.abs(tenths(row[total!]) - parts.reduce((sum, part) => sum + tenths(row[part]), 0)) > rounding)
      .map((row) => `${row[commune]} ${row.date_reference}`);
  };
  const rates = csvRows("data/caf/txcouv_pe_com_2017-2022.csv");
  const places = csvRows("data/caf/nbpla_pe_com_2017-2022.csv");
  const found: Record<string, string[]> = { B01: [], B08: [] };
  const codes = new Set(rates.map((row) => row.numero_commune!).filter((code) => !absorbed.includes(code)));
  const years = [2017, 2018, 2019, 2020, 2021, 2022];
  const findings = years.map((year) => `y${year}: findings(year: ${year}) { code subject }`).join(" ");
  for (const some of chunks([...codes], 5)) {
    const { data } = await hub.query(
      `{ ${some.map((code) => `c${code}: territory(level: COMMUNE, code: "${code}") { code ${findings} }`)} }`,
    );
    for (const { code, ...inYears } of Object.values<any>(data)) {
      for (const year of years)
        for (const finding of inYears[`y${year}`])
          if (finding.code === "TOTAL_AND_ITS_PARTS") found[finding.subject]!.push(`${code} ${year}`);
    }
  }
  expect(found.B01!.toSorted()).toEqual(flaggedIn(rates, rateColumns, "numero_commune", 3).toSorted());
  expect(found.B08!.toSorted()).toEqual(flaggedIn(places, placesColumns, "num_commune", 30).toSorted());
  expect(found.B01!.length).toBeGreaterThan(0);
});

test.each([
  ["coverage", "taux_de_couv_global", "5080", "attendu : un nombre de 0 à 2000 (a-t-il perdu sa virgule"],
  ["coverage", "taux_de_couv_eaje_psu", "-1", "attendu : un nombre de 0 à 2000"],
  ["places", "places_offertes_ensemble", "-1", "attendu : un entier positif ou nul"],
])("a file of %s whose %s is %s is refused", async (name, column, value, reason) => {
  const [first] = csvRows(`data/demonstration/${name}.csv`);
  const { rejected, written } = await importRows(hub.databaseUrl, ["caf", name], [{ ...first!, [column]: value }]);
  expect(rejected).toMatchObject([{ line: 2, column, value, reason: expect.stringContaining(reason) }]);
  expect(written).toBe(false);
});

test("a rate that a commune may have is none of a department", async () => {
  const send = (territory: Record<string, string>) =>
    importRows(hub.databaseUrl, ["caf", "coverage"], [{ date_reference: "2022", ...territory, taux_de_couv_global: "508" }], true);
  expect((await send({ numero_commune: "ZZ001" })).rejected).toEqual([]);
  expect((await send({ numero_departement: "ZZ" })).rejected).toEqual([
    {
      line: 2,
      column: "taux_de_couv_global",
      value: "508",
      reason: "attendu : un nombre de 0 à 300 (a-t-il perdu sa virgule : 5080 pour 50,80 ?)",
    },
  ]);
});
