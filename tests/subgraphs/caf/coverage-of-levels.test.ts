import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** All values of an indicator at a level in a year, as « code value ». */
async function listed(indicator: string, level: string, year: number): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data }: any = await hub.query(
      `query ($code: ID!, $level: TerritoryLevel!, $year: Int!, $after: String) { indicator(code: $code) {
        values(level: $level, years: [$year], status: [PUBLISHED], first: 100, after: $after) { nodes { id observation { value } } pageInfo { hasNextPage endCursor } } } }`,
      { code: indicator, level, year, after },
    );
    const { nodes, pageInfo } = data.indicator.values;
    found.push(...nodes.map(({ id, observation }: any) => `${id.split(":")[2]} ${observation.value}`));
    if (!pageInfo.hasNextPage) return found.toSorted();
    after = pageInfo.endCursor;
  }
}

const portal = {
  B01: "Taux de couv global",
  B03: "Taux de couv EAJE PSU",
  B04: "Taux de couv hors EAJE PSU",
  B05: "Taux de couv assistante maternelle",
  B06: "Taux de couv salariée à domicile",
  B07: "Taux de couv préscolarisation",
  "coverage-facility": "Taux de couv EAJE - ensemble",
  "coverage-individual": "Taux de couv accueil individuel - ensemble",
};

describe("rates of departments, under the portal's labels", () => {
  const files = ["txcouv_pe_dep_2022-2023.csv", "txcouv_pe_dep_hist_2017-2022.csv"].map((file) => csvRows(`data/caf/${file}`, ";"));
  /** Of a year, in the newest file that has it. */
  const rowsOf = (year: string) =>
    files.map((rows) => rows.filter((row) => row["Date référence"] === year)).find((rows) => rows.length > 0)!;

  test.each(Object.entries(portal))("%s is « %s », to the digit, from 2017 to 2023", async (indicator, column) => {
    for (const year of ["2017", "2020", "2022", "2023"]) {
      // 977 and 978 are collectivities: no indicator is due for them, and the list does not have them.
      const rows = rowsOf(year).filter((row) => !["977", "978"].includes(row["Numéro Département"]!));
      expect(rows.length).toBeGreaterThan(95);
      const printed = rows.map((row) => `${row["Numéro Département"]} ${Number(row[column])}`);
      expect(await listed(indicator, "DEPARTMENT", Number(year))).toEqual(expect.arrayContaining(printed));
    }
  });
});

test.each([
  ["B01", "txcouv_epci"],
  ["coverage-facility", "txcouv_eaje_epci"],
  ["B05", "txcouv_am_ind_epci"],
  ["B07", "txcouv_prescol_epci"],
  ["B06", "txcouv_gad_ind_epci"],
])("%s of each EPCI is « %s », under technical names", async (indicator, column) => {
  const printed = csvRows("data/caf/txcouv_pe_epci_2023.csv").filter(({ numepci }) => numepci !== "XX");
  expect(printed).toHaveLength(1250);
  expect(await listed(indicator, "EPCI", 2023)).toEqual(printed.map((row) => `${row.numepci} ${Number(row[column])}`).toSorted());
});

test("France has 60,9 in 2023, and says that its publisher leaves Mayotte out", async () => {
  const { data } = await hub.query(`{ value(id: "B01:NATION:FR:2023") { observation { value computedBy notes source { dataset } } } }`);
  expect(data.value.observation).toEqual({
    value: 60.9,
    computedBy: null,
    notes: ["L'éditeur nomme ce territoire « FRANCE ENTIERE HORS MAYOTTE »."],
    source: { dataset: "txcouv_pe_nat" },
  });
});

describe("births", () => {
  test.each([
    ["dep", "DEPARTMENT", 101],
    ["reg", "REGION", 18],
    ["epci", "EPCI", 1255],
  ])("of each territory of « %s » are as printed", async (sheet, level, count) => {
    const rows = csvRows(`data/insee/naissances_${sheet}_2008-2024.csv`);
    for (const year of [2008, 2024]) {
      const printed = rows.filter((row) => row[year] !== "so").map((row) => `${row.code} ${row[year]}`);
      if (year === 2024) expect(printed).toHaveLength(count);
      expect(await listed("A04", level, year)).toEqual(printed.toSorted());
    }
  });

  test("of Mayotte before 2014 are not applicable, and France is the sum of 101 departments", async () => {
    const { data } = await hub.query(`{
      mayotte: value(id: "A04:DEPARTMENT:976:2013") { observation { value status printed } }
      france: value(id: "A04:NATION:FR:2024") { observation { value computedBy } }
      indicator(code: "A04") { values(level: DEPARTMENT, years: [2024], first: 1) { total { value status } } }
    }`);
    expect(data.mayotte.observation).toEqual({ value: null, status: "NOT_APPLICABLE", printed: "so" });
    expect(data.france.observation).toEqual({ value: 659_731, computedBy: null });
    expect(data.indicator.values.total).toEqual({ value: 659_731, status: "PUBLISHED" });
  });
});
