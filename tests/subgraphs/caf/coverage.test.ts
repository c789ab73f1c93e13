import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
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
    `query ($code: ID!, $year: Int!) { commune: territory(level: COMMUNE, code: $code) { coverage(year: $year, mode: TOTAL) {
      year rate { value status unit vintage source { publisher dataset demonstration } }
    } } }`,
    { code, year },
  );
  const source = { publisher: "Cnaf (data.caf.fr)", dataset: "txcouv_pe_com", demonstration: false };
  const rate = { value, status: "PUBLISHED", unit: "places pour 100 enfants de moins de 3 ans", vintage: `décembre ${year}`, source };
  expect(data.commune.coverage).toEqual([{ year, rate }]);
});

test("Chaumont's coverage in 2022 is split by mode as the file splits it", async () => {
  const { data } = await hub.query(
    `{ commune: territory(level: COMMUNE, code: "52121") { coverage(year: 2022) { mode rate { value } places { value } } } }`,
  );
  expect(Object.fromEntries(data.commune.coverage.map(({ mode, rate, places }: any) => [mode, [rate.value, places.value]]))).toEqual({
    TOTAL: [92.1, 453],
    FACILITY_PSU: [22.8, 112],
    FACILITY_NON_PSU: [2.4, 12],
    FACILITY: [25.2, 124],
    PRESCHOOL: [12, 59],
    CHILDMINDER: [54.9, 270],
    HOME_CARE: [0, 0],
    INDIVIDUAL: [54.9, 270],
  });
});

const rateColumns = {
  TOTAL: "taux_de_couv_global",
  FACILITY_PSU: "taux_de_couv_eaje_psu",
  FACILITY_NON_PSU: "taux_de_couv_hors_eaje_psu",
  FACILITY: "taux_de_couv_eaje_ensemble",
  PRESCHOOL: "taux_de_couv_prescolarisation",
  CHILDMINDER: "taux_de_couv_assistante_maternelle",
  HOME_CARE: "taux_de_couv_salariee_a_domicile",
  INDIVIDUAL: "taux_de_couv_accueil_individuel_ensemble",
};

const placesColumns = {
  TOTAL: "places_offertes_ensemble",
  FACILITY_PSU: "places_EAJE_PSU",
  FACILITY_NON_PSU: "places_hors_EAJE_PSU",
  FACILITY: "places_EAJE_ensemble",
  PRESCHOOL: "places_prescolarisation",
  CHILDMINDER: "places_assistante_maternelle",
  HOME_CARE: "places_salariee_domicile",
  INDIVIDUAL: "places_accueil_individuel_ensemble",
};

/** Communes of the files that merged into another before 2026: Orée d'Anjou (under its former code), Pierre-Bénite, Pierrefitte-sur-Seine. */
const absorbed = ["49069", "69152", "93059"];

describe.each([
  {
    kind: "rate",
    file: "txcouv_pe_com_2017-2022.csv",
    commune: "numero_commune",
    unit: "places pour 100 enfants de moins de 3 ans",
    columns: rateColumns,
    rows: 6283,
  },
  { kind: "places", file: "nbpla_pe_com_2017-2022.csv", commune: "num_commune", unit: "places", columns: placesColumns, rows: 6233 },
] as const)("$file", ({ kind, file, commune, unit, columns, rows }) => {
  const printed = csvRows(`data/caf/${file}`);

  const key = (code: string, year: string | number, mode: string) => `${code} ${year} ${mode}`;

  test("every cell of every row is in the graph, to the digit", async () => {
    expect(printed).toHaveLength(rows);
    const ofToday = printed.filter((row) => !absorbed.includes(row[commune]!));
    const expected = new Map(
      ofToday.flatMap((row) =>
        Object.entries(columns).map(([mode, column]) => [key(row[commune]!, row.date_reference!, mode), Number(row[column])]),
      ),
    );
    const found = new Map<string, number>();
    for (const codes of chunks([...new Set(ofToday.map((row) => row[commune]!))], 20)) {
      const asked = codes.map(
        (code) => `c${code}: territory(level: COMMUNE, code: "${code}") { code coverage { year mode ${kind} { value status } } }`,
      );
      const { data } = await hub.query(`{ ${asked.join("\n")} }`);
      for (const { code, coverage } of Object.values<any>(data)) {
        for (const { year, mode, [kind]: observation } of coverage) {
          if (observation.status === "PUBLISHED") found.set(key(code, year, mode), observation.value);
        }
      }
    }
    expect(found).toEqual(expected);
  });

  test("the rows of communes absorbed since are kept", async () => {
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    const { rows: kept } = await client.query(
      "select code, year, array_agg(value order by value) as values from caf.observation where code = any($1) and unit = $2 group by 1, 2",
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
  const parts = ["FACILITY_PSU", "FACILITY_NON_PSU", "PRESCHOOL", "CHILDMINDER", "HOME_CARE"] as const;
  const tenths = (cell?: string) => Math.round(Number(cell) * 10);
  const flaggedIn = (rows: Record<string, string>[], columns: Record<string, string>, commune: string, rounding: number) =>
    rows
      .filter((row) => !absorbed.includes(row[commune]!))
      .filter((row) => Math.abs(tenths(row[columns.TOTAL!]) - parts.reduce((sum, mode) => sum + tenths(row[columns[mode]!]), 0)) > rounding)
      .map((row) => `${row[commune]} ${row.date_reference}`);
  const rates = csvRows("data/caf/txcouv_pe_com_2017-2022.csv");
  const places = csvRows("data/caf/nbpla_pe_com_2017-2022.csv");
  const found = { rate: [] as string[], places: [] as string[] };
  const codes = new Set(rates.map((row) => row.numero_commune!).filter((code) => !absorbed.includes(code)));
  for (const some of chunks([...codes], 20)) {
    const { data } = await hub.query(
      `{ ${some.map((code) => `c${code}: territory(level: COMMUNE, code: "${code}") { code coverage(mode: TOTAL) { year rate { notes } places { notes } } }`)} }`,
    );
    for (const { code, coverage } of Object.values<any>(data)) {
      for (const { year, ...kinds } of coverage) {
        for (const kind of ["rate", "places"] as const) if (kinds[kind].notes.length > 0) found[kind].push(`${code} ${year}`);
      }
    }
  }
  expect(found.rate.toSorted()).toEqual(flaggedIn(rates, rateColumns, "numero_commune", 3).toSorted());
  expect(found.places.toSorted()).toEqual(flaggedIn(places, placesColumns, "num_commune", 30).toSorted());
  expect(found.rate.length).toBeGreaterThan(0);
});
