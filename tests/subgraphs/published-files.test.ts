import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { chunks, csvRows } from "../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** What the graph has for values, by id. */
async function observed(ids: string[], selection = "value"): Promise<Map<string, any>> {
  const found = new Map<string, any>();
  for (const some of chunks(ids, 15)) {
    const { data, errors } = await hub.query(
      `{ ${some.map((id, n) => `v${n}: value(id: "${id}") { id observation { ${selection} } }`).join(" ")} }`,
    );
    expect(errors).toBeUndefined();
    for (const { id, observation } of Object.values<any>(data)) found.set(id, observation);
  }
  return found;
}

const asMap = (entries: [string, string][]) => new Map(entries.map(([id, printed]) => [id, { value: Number(printed) }]));

test.each(["92", "93"])("households of the communes of %s are as printed, and said to be rounded", async (department) => {
  const columns = {
    indfoy_ndur: "caf-beneficiaries",
    indnbp_ndur: "caf-covered-persons",
    indfoy_rsa: "rsa-households",
    indfoy_ppa: "activity-bonus-households",
    indfoy_ndural: "housing-benefit-households",
    indfoy_af: "family-allowance-households",
    indfoy_ndurpaje: "paje-households",
  };
  const rows = csvRows(`data/caf/s_ben_com_f_${department}_2020-2024.csv`).filter(({ dtreffre }) => /^202[04]/.test(dtreffre!));
  const printed = rows.flatMap((row) =>
    Object.entries(columns).map(([column, code]): [string, string] => [
      `${code}:COMMUNE:${row.numcomdo}:${row.dtreffre!.slice(0, 4)}`,
      row[column]!,
    ]),
  );
  expect(printed.length).toBeGreaterThan(500);
  expect(await observed(printed.map(([id]) => id))).toEqual(asMap(printed));
  const [[first]] = printed as [[string, string]];
  expect((await observed([first], "source { roundedTo }")).get(first)).toEqual({ source: { roundedTo: 5 } });
});

test("job seekers of the communes of 93 are as printed, a column a year", async () => {
  const printed = csvRows("data/france-travail/demandeurs_emploi_communes_93_2015-2024.csv").flatMap(({ code_commune, ...years }) =>
    Object.entries(years).map(([year, value]): [string, string] => [`job-seekers:COMMUNE:${code_commune}:${year}`, value!]),
  );
  expect(printed).toHaveLength(390);
  expect(await observed(printed.map(([id]) => id))).toEqual(asMap(printed));
  const saintDenis = await observed(["job-seekers:COMMUNE:93066:2024"], "value source { periodStart periodEnd publisher roundedTo }");
  expect([...saintDenis.values()]).toEqual([
    { value: 16_315, source: { periodStart: "2024-10-01", periodEnd: "2024-12-31", publisher: "Dares", roundedTo: 5 } },
  ]);
});

test("places by category of the departments are as printed, and add up", async () => {
  const columns = {
    creches_collectives: "B11-places",
    creches_familiales: "B12-places",
    multi_accueil_collectif_familial: "mixed-creche-places",
    jardins_enfants: "kindergarten-places",
    etab_et_services_gestion_parentale: "parent-run-creche-places",
    total: "creche-places",
  };
  const printed = csvRows("data/drees/places_par_categorie_dep_2023.csv").flatMap((row) =>
    Object.entries(columns).flatMap(([column, code]): [string, string][] =>
      row[column] === "" ? [] : [[`${code}:DEPARTMENT:${row.code_departement}:2023`, row[column]!]],
    ),
  );
  expect(printed.length).toBeGreaterThan(500);
  expect(await observed(printed.map(([id]) => id))).toEqual(asMap(printed));
  const known = await observed(["creche-places:DEPARTMENT:52:2023", "creche-places:DEPARTMENT:92:2023"]);
  expect([...known.values()]).toEqual([{ value: 621 }, { value: 28_088 }]);
});

test("at least ten of the law's indicators are filled for at least 95 real departments", async () => {
  const { data } = await hub.query("{ indicators { code annex availability { level transmitted } } }");
  const filled = data.indicators.filter(
    ({ annex, availability }: any) =>
      annex !== "LOCAL" && availability.some(({ level, transmitted }: any) => level === "DEPARTMENT" && transmitted >= 95),
  );
  const codes = filled.map(({ code }: any) => code);
  expect(codes).toEqual(expect.arrayContaining(["A04", "B01", "B03", "B04", "B05", "B06", "B07", "B11", "B11-places", "B13", "F03"]));
  expect(codes.length).toBeGreaterThanOrEqual(10);
});
