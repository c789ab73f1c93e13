import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const cells = {
  ...{ indicateur: "T1", niveau: "DEPARTMENT", territoire: "ZZ", annee: "2019", unite: "places", statut: "PUBLISHED" },
  ...{ numerateur: "", denominateur: "", millesime: "2019", remarque: "", etablissements: "", part_principale: "" },
};
const record = async (valeur: string) =>
  expect(await importRows(hub.databaseUrl, ["caf", "observations"], [{ ...cells, valeur }])).toMatchObject({ rejected: [], written: true });

const selection = "id year indicator { code } territory { name } observation { value status } citation revisions { value }";

test("a citation leads to its number for ever, whatever is corrected later; the value to the last", async () => {
  await record("900");
  const { data: before } = await hub.query(`{ value(id: "T1:DEPARTMENT:ZZ:2019") { ${selection} } }`);
  await record("950");
  const { data: after } = await hub.query(
    `query ($citation: ID!) { cited: value(id: $citation) { ${selection} } value(id: "T1:DEPARTMENT:ZZ:2019") { ${selection} } }`,
    { citation: before.value.citation },
  );
  expect(before.value).toMatchObject({ observation: { value: 900 }, revisions: [{ value: 900 }] });
  expect(after.cited.observation).toEqual({ value: 900, status: "PUBLISHED" });
  expect(after.cited.citation).toBe(before.value.citation);
  expect(after.value).toMatchObject({ observation: { value: 950 }, revisions: [{ value: 950 }, { value: 900 }] });
  expect(after.value.citation).not.toBe(before.value.citation);
});

test.each(["", "B13", "B13:DEPARTMENT:52", "Z99:DEPARTMENT:52:2023", "B13:DEPARTMENT:52:2023@x", "B13:DEPARTMENT:52:2023:1"])(
  "« %s » is no value",
  async (id) => {
    const { data, errors } = await hub.query("query ($id: ID!) { value(id: $id) { id } }", { id });
    expect([data, errors]).toEqual([{ value: null }, undefined]);
  },
);

test("a value has its place among others, and what the region, France and its peers have", async () => {
  const { data } = await hub.query(`{
    value(id: "B13:DEPARTMENT:59:2023") { rank { position of quartile } comparisons { with observation { value status computedBy } difference } }
    last: value(id: "B13:DEPARTMENT:973:2023") { rank { position of quartile } }
    absent: value(id: "B13:DEPARTMENT:2A:2023") { rank { position } comparisons(with: [NATION, PEERS]) { observation { value } difference } }
    fictitious: value(id: "T1:DEPARTMENT:ZZ:2025") { rank { position } comparisons(with: [REGION, PEERS]) { observation { value } difference } }
    nation: value(id: "B13:NATION:FR:2023") { comparisons(with: [REGION]) { observation { status } } }
  }`);
  expect(data.value.rank).toEqual({ position: 1, of: 98, quartile: 1 });
  expect(data.value.comparisons).toEqual([
    {
      with: "REGION",
      observation: { value: 30_674, status: "PUBLISHED", computedBy: "hub : somme de 5 territoires" },
      difference: 13_260 - 30_674,
    },
    {
      with: "NATION",
      observation: { value: 294_926, status: "LOWER_BOUND", computedBy: "hub : somme de 99 territoires" },
      difference: 13_260 - 294_926,
    },
    {
      with: "PEERS",
      observation: {
        value: 2402,
        status: "PUBLISHED",
        computedBy: "hub : médiane de 98 territoires de même échelon, la même année, hors démonstration et territoires statistiques",
      },
      difference: 13_260 - 2402,
    },
  ]);
  expect(data.last.rank).toMatchObject({ of: 98, quartile: 4 });
  expect(data.absent).toEqual({
    rank: null,
    comparisons: [
      { observation: { value: 294_926 }, difference: null },
      { observation: { value: 2402 }, difference: null },
    ],
  });
  expect(data.fictitious).toEqual({
    rank: null,
    comparisons: [
      { observation: { value: null }, difference: null },
      { observation: { value: null }, difference: null },
    ],
  });
  expect(data.nation.comparisons).toEqual([{ observation: { status: "NOT_APPLICABLE" } }]);
});

test("a commune of today has its place among all that have a number, whether the hub lists it for want of one or not", async () => {
  const { data } = await hub.query(`{
    value(id: "job-seekers:COMMUNE:93015:2024") { rank { position of } comparisons(with: [PEERS]) { observation { value } } observation { comparability } }
    indicator(code: "job-seekers") { values(level: COMMUNE, years: [2024], first: 1) { median coverage { transmitted } } }
  }`);
  const { median, coverage } = data.indicator.values;
  expect(data.value.rank).toEqual({ position: coverage.transmitted, of: coverage.transmitted });
  expect(data.value.comparisons[0].observation.value).toBe(median);
  expect(data.value.observation.comparability).toBe("COMPARABLE");
});

const valuesOf = (args: string, territory = 'level: DEPARTMENT, code: "52"') =>
  hub.query(`{ territory(${territory}) { values(${args}) { id observation { value status } } } }`);

test("a territory has the indicators of the law for a year, and a series where it has a number or is named", async () => {
  const codes = async (args: string) => (await valuesOf(args)).data.territory.values.map(({ id }: any) => id.split(":")[0]);
  const in2023 = await codes("years: [2023]");
  expect(in2023).toHaveLength(88 + 7); // two columns of the Cnaf and five of the Drees are no indicators of the law
  expect(in2023.slice(88)).toEqual([
    ...["coverage-facility", "coverage-individual", "parent-run-creches", "parent-run-creche-places"],
    ...["mixed-creche-places", "kindergarten-places", "creche-places"],
  ]);
  expect(await codes("years: [2025], annex: LOCAL")).toEqual([]);
  expect(await codes('years: [2025], indicators: ["caf-beneficiaries"]')).toEqual(["caf-beneficiaries"]);
  expect(await codes("years: [2023], annex: FOLLOW_UP")).not.toContain("B13");
  expect(await codes("years: [2023], status: [PUBLISHED], annex: DIAGNOSIS")).toEqual([
    ...["B01", "A04", "B03", "B04", "B05", "B06", "B07"],
    ...["B11", "B11-places", "B12", "B12-places", "B13"],
  ]);
});

test("without years there are those that have a number, in order", async () => {
  const { data } = await valuesOf('indicators: ["B13", "caf-beneficiaries"]');
  const ids = data.territory.values.map(({ id }: any) => id);
  expect(ids).toEqual(ids.toSorted((a: string, b: string) => Number(a.split(":")[3]) - Number(b.split(":")[3])));
  expect(ids).toContain("B13:DEPARTMENT:52:2010");
  expect(ids).toContain("caf-beneficiaries:DEPARTMENT:52:2014");
  expect(data.territory.values.every(({ observation }: any) => observation.value !== null)).toBe(true);
});

test("an indicator that is none, and more values than an answer holds, are refused with what to do", async () => {
  expect((await valuesOf('years: [2023], indicators: ["Z99"]')).errors).toMatchObject([
    { message: expect.stringContaining("Z99"), extensions: { code: "BAD_ARGUMENT" } },
  ]);
  expect((await valuesOf("years: [2018, 2019, 2020, 2021, 2022, 2023]")).errors).toMatchObject([
    { message: expect.stringMatching(/^Cela fait \d{3} valeurs : demandez-en 400 au plus/), extensions: { code: "BAD_ARGUMENT" } },
  ]);
});

test("what was known then is asked for a whole territory at once", async () => {
  const ask = (asOf: string) => valuesOf(`years: [2023], indicators: ["B13"], asOf: "${asOf}"`);
  expect((await ask("2020-01-01T00:00:00Z")).data.territory.values).toEqual([
    { id: "B13:DEPARTMENT:52:2023", observation: { value: null, status: "NOT_TRANSMITTED" } },
  ]);
  expect((await ask("2100-01-01T00:00:00Z")).data.territory.values[0].observation.value).toBe(1061);
});

test("what a change is worth is said: the same perimeter, a larger one, the sum of those that were joined", async () => {
  const places = (territoire: string, annee: string, valeur: string) => ({
    date_reference: annee,
    num_commune: territoire,
    places_offertes_ensemble: valeur,
  });
  const others = ["places_EAJE_PSU", "places_hors_EAJE_PSU", "places_EAJE_ensemble", "places_prescolarisation"];
  const more = ["places_assistante_maternelle", "places_salariee_domicile", "places_accueil_individuel_ensemble"];
  const rows = [places("93066", "2025", "5000")].map((row) => ({
    ...row,
    ...Object.fromEntries([...others, ...more].map((name) => [name, ""])),
  }));
  expect(await importRows(hub.databaseUrl, ["caf", "places"], rows)).toMatchObject({ rejected: [], written: true });
  const { data } = await hub.query(`{
    department: value(id: "B13:DEPARTMENT:52:2023") { change(since: 2013) { difference ratio comparability } }
    back: value(id: "B13:DEPARTMENT:52:2013") { change(since: 2023) { difference } }
    same: value(id: "B01:COMMUNE:93066:2022") { change(since: 2017) { comparability } }
    joined: value(id: "B08:COMMUNE:93066:2025") { observation { value } change(since: 2022) { difference ratio comparability } }
    list: indicator(code: "B08") { values(level: COMMUNE, years: [2025], since: 2022, orderBy: CHANGE_DESC, first: 2) { nodes { id } } }
    rates: indicator(code: "B01") { values(level: COMMUNE, years: [2025], since: 2022, changeAbove: -1000, first: 2) { totalCount } }
    rate: value(id: "B01:COMMUNE:93066:2025") { change(since: 2022) { difference comparability } }
    own: value(id: "B08:COMMUNE:93066:2022") { observation { value } }
    other: value(id: "B08:COMMUNE:93059:2022") { observation { value } }
    epci: value(id: "B01:EPCI:200068658:2023") { change(since: 2013) { difference comparability } }
    unknown: value(id: "T1:DEPARTMENT:52:2023") { change(since: 2020) { difference ratio comparability } }
  }`);
  const none = { difference: null, ratio: null };
  expect(data.department.change).toMatchObject({ difference: expect.any(Number), comparability: "COMPARABLE" });
  expect(data.back.change.difference).toBe(-data.department.change.difference);
  expect(data.same.change.comparability).toBe("COMPARABLE");
  const then = data.own.observation.value + data.other.observation.value;
  expect(data.joined.change).toEqual({ difference: 5000 - then, ratio: 5000 / then, comparability: "SUM_OF_PARTS" });
  expect(data.list.values.nodes[0]).toEqual({ id: "B08:COMMUNE:93066:2025" });
  expect(data.rates.values.totalCount).toBe(0);
  expect(data.rate.change).toEqual({ difference: null, comparability: "PERIMETER_CHANGED" });
  expect(data.epci.change).toEqual({ difference: null, comparability: "NOT_COMPARABLE" });
  expect(data.unknown.change).toEqual({ ...none, comparability: "COMPARABLE" });
});

test("a number says whether it is of today's perimeter", async () => {
  const { data } = await hub.query(`{
    department: value(id: "B13:DEPARTMENT:52:2010") { observation { value comparability } }
    same: value(id: "B08:COMMUNE:93001:2017") { observation { comparability } }
    grown: value(id: "B08:COMMUNE:93066:2022") { observation { comparability } revisions { comparability } }
    gone: value(id: "B08:COMMUNE:93059:2022") { observation { comparability } }
    epci: value(id: "caf-beneficiaries:EPCI:200068658:2014") { observation { comparability } }
    former: value(id: "caf-beneficiaries:EPCI:245200456:2014") { observation { value comparability } }
    absent: value(id: "B13:DEPARTMENT:2A:2023") { observation { comparability } }
    list: indicator(code: "B13") { values(level: DEPARTMENT, years: [2023], first: 1) { total { comparability } } }
  }`);
  const of = (comparability: string | null) => ({ observation: { comparability } });
  expect(data).toEqual({
    department: { observation: { value: 1731, comparability: "COMPARABLE" } },
    same: of("COMPARABLE"),
    grown: { ...of("PERIMETER_CHANGED"), revisions: [{ comparability: "PERIMETER_CHANGED" }] },
    gone: of("PERIMETER_CHANGED"),
    epci: of(null),
    former: { observation: { value: 5596, comparability: "NOT_COMPARABLE" } },
    absent: of(null),
    list: { values: { total: { comparability: null } } },
  });
});

test("what was joined is summed with what it had joined itself", async () => {
  const event = (DATE_EFF: string, COM_AV: string, COM_AP: string) => ({ DATE_EFF, TYPECOM_AV: "COM", COM_AV, TYPECOM_AP: "COM", COM_AP });
  // Le Bourget into Drancy, and Drancy into Bobigny, a year later.
  const events = [
    event("2018-01-01", "93013", "93029"),
    event("2018-01-01", "93029", "93029"),
    event("2019-01-01", "93029", "93008"),
    event("2019-01-01", "93008", "93008"),
  ];
  expect(await importRows(hub.databaseUrl, ["indicators", "perimeter-changes-communes"], events)).toMatchObject({
    rejected: [],
    written: true,
  });
  const { data } = await hub.query(`{
    ${["93013", "93029", "93008"].map((code) => `c${code}: value(id: "B08:COMMUNE:${code}:2017") { observation { value } }`).join(" ")}
    now: value(id: "B08:COMMUNE:93008:2022") { observation { value } change(since: 2017) { difference comparability } }
    between: value(id: "B08:COMMUNE:93029:2022") { change(since: 2017) { comparability } }
  }`);
  const then = ["93013", "93029", "93008"].map((code) => data[`c${code}`].observation.value).reduce((sum, value) => sum + value, 0);
  expect(data.now.change).toEqual({ difference: data.now.observation.value - then, comparability: "SUM_OF_PARTS" });
  expect(data.between.change.comparability).toBe("PERIMETER_CHANGED"); // it is gone
});

test("a rank of then is among what was known then, a commune's region is found, and a year that is none is refused", async () => {
  const { data, errors } = await hub.query(`{
    territory(level: DEPARTMENT, code: "52") { values(years: [2023], indicators: ["B13"], asOf: "2020-01-01T00:00:00Z") { rank { of } comparisons(with: [PEERS]) { observation { value } } } }
    commune: value(id: "B01:COMMUNE:93066:2022") { comparisons(with: [REGION]) { observation { status } } }
    level: value(id: "B01:FOO:1:2022") { id }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    territory: { values: [{ rank: null, comparisons: [{ observation: { value: null } }] }] },
    commune: { comparisons: [{ observation: { status: "NOT_TRANSMITTED" } }] },
    level: null,
  });
  expect((await valuesOf("years: [99999]")).errors).toMatchObject([{ extensions: { code: "BAD_ARGUMENT" } }]);
});

test.each([
  "B13:DEPARTMENT:99:2023",
  "B13:SECTOR:x y:2023",
  "B13:DEPARTMENT:52:9999",
  "B13:DEPARTMENT:52:0000",
  "B13:DEPARTMENT:52:2023@0",
  "B13:DEPARTMENT:52:2023@1",
  "B13:DEPARTMENT:52:2023@999999999999999999",
])("%s is no value", async (id) => {
  const { data, errors } = await hub.query("query ($id: ID!) { value(id: $id) { id } }", { id });
  expect([data.value, errors]).toEqual([null, undefined]);
});

test("an EPCI in one region is compared with it, and so is a commune that is gone", async () => {
  for (const id of ["A04:EPCI:200068658:2023", "B08:COMMUNE:93059:2022"]) {
    const { data } = await hub.query(
      `query ($id: ID!) { value(id: $id) { comparisons(with: [REGION]) { observation { status value } } } }`,
      { id },
    );
    expect(data.value.comparisons[0].observation).toMatchObject({ status: expect.not.stringMatching("NOT_APPLICABLE") });
  }
});

test("a change since no year is refused", async () => {
  const { errors } = await hub.query(`{ value(id: "B13:DEPARTMENT:52:2023") { change(since: -5) { difference } } }`);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_ARGUMENT" } }]);
});

test("numbers that were counted in one geography are comparable, however the territory changed in the years that they describe", async () => {
  const { data } = await hub.query(
    `{ indicator(code: "A04") { values(level: EPCI, years: [2024], since: 2015, orderBy: CHANGE_ASC, changeBelow: 0, first: 1) { totalCount nodes {
         observation { comparability } change(since: 2015) { difference comparability } } } } }`,
  );
  const { totalCount, nodes } = data.indicator.values;
  expect(totalCount).toBeGreaterThan(1000);
  expect(nodes[0]).toMatchObject({ observation: { comparability: "COMPARABLE" }, change: { comparability: "COMPARABLE" } });
});
