import { afterAll, beforeAll, expect, test } from "vitest";
import { departmentsOf } from "../../departments.ts";
import { type Hub, startHub } from "../../hub.ts";
import { chunks, csvRows, sheetRows } from "../../printed-file.ts";

const printed = sheetRows("data/france-travail/Base_open_data_BMO_2025.xlsx", "met");
const fapColumn = "Code métier BMO";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const cell = (text: string) => (text === "*" ? { value: null, status: "SUPPRESSED" } : { value: Number(text), status: "PUBLISHED" });

test("every row of the survey is in the graph: 50 076, with each `*` suppressed and never 0", async () => {
  const expected = new Map(
    printed.map((row) => [`${row[fapColumn]} ${row.BE25} ${row.Dept}`, [cell(row.met!), cell(row.xmet!), cell(row.smet!)]]),
  );
  const found = new Map<string, unknown[]>();
  for (const occupations of chunks([...new Set(printed.map((row) => row[fapColumn]!))], 20)) {
    const departments = await departmentsOf(
      hub,
      ["CURRENT", "OVERSEAS_COLLECTIVITY"],
      `code workforce(year: 2025, occupations: ${JSON.stringify(occupations)}) { occupation { fap }
        needs { employmentBasin { level code } projects { value status } difficult { value status } seasonal { value status } } }`,
    );
    for (const { code, workforce } of departments) {
      for (const { occupation, needs } of workforce) {
        for (const { employmentBasin, projects, difficult, seasonal } of needs)
          found.set(`${occupation.fap} ${employmentBasin.code} ${code}`, [projects, difficult, seasonal]);
        expect(needs.every(({ employmentBasin }: any) => employmentBasin.level === "EMPLOYMENT_BASIN")).toBe(true);
      }
    }
  }
  expect(expected.size).toBe(50076);
  expect(found).toEqual(expected);
});

test("T2B60 in Haute-Marne: 161 projects, 160 difficult, as a lower bound that says how many basins are masked", async () => {
  const { data } = await hub.query(`{ department: territory(level: DEPARTMENT, code: "52") { workforce(year: 2025, occupations: ["T2B60"]) {
    occupation { label }
    projects { value status missingParts unit computedBy source { publisher vintage } } difficult { value status missingParts } seasonal { value status missingParts }
    needs { employmentBasin { name } projects { value status } }
  } } }`);
  const basins = printed.filter((row) => row[fapColumn] === "T2B60" && row.Dept === "52");
  const [workforce] = data.department.workforce;
  expect(workforce.occupation.label).toBe(basins[0]!["Nom métier BMO"]);
  expect(workforce.projects).toEqual({
    value: 161,
    status: "LOWER_BOUND",
    missingParts: 1,
    unit: "projets de recrutement",
    computedBy: "hub : somme des bassins d'emploi non masqués",
    source: { publisher: "France Travail", vintage: "2025" },
  });
  expect(workforce.difficult).toEqual({ value: 160, status: "LOWER_BOUND", missingParts: 1 });
  expect(workforce.seasonal).toMatchObject({ value: null, status: "SUPPRESSED" });
  expect(workforce.needs).toEqual(basins.map(({ NOMBE25, met }) => ({ employmentBasin: { name: NOMBE25 }, projects: cell(met!) })));
});

test("each department's sum is the sum of the file's unmasked basins, and says what it leaves out", async () => {
  const departments = await departmentsOf(
    hub,
    ["CURRENT"],
    'code workforce(year: 2025, occupations: ["T2B60"]) { projects { value status missingParts } }',
  );
  expect(departments).toHaveLength(101);
  for (const { code, workforce } of departments) {
    const cells = printed.filter((row) => row[fapColumn] === "T2B60" && row.Dept === code).map(({ met }) => met!);
    const known = cells.filter((text) => text !== "*");
    const masked = cells.length - known.length;
    const value = known.length > 0 ? known.reduce((sum, text) => sum + Number(text), 0) : null;
    const status = cells.length === 0 ? "NOT_TRANSMITTED" : value === null ? "SUPPRESSED" : masked > 0 ? "LOWER_BOUND" : "PUBLISHED";
    expect(workforce[0].projects, code).toEqual({ value, status, missingParts: status === "LOWER_BOUND" ? masked : null });
  }
});

test("the difficult share of those is given where no basin is masked, out of its own two numbers", async () => {
  const departments = await departmentsOf(
    hub,
    ["CURRENT"],
    `code workforce(year: 2025, occupations: ["T2B60"]) { projects { value status } difficult { value status } }
     values(years: [2025], indicators: ["F03-difficult-share"]) { observation { value status unit numerator denominator } }`,
  );
  const expected = ({ projects, difficult }: any) => {
    const unit = "%";
    if (projects.status === "NOT_TRANSMITTED") return { value: null, status: "NOT_TRANSMITTED", unit, numerator: null, denominator: null };
    if (projects.status !== "PUBLISHED" || difficult.status !== "PUBLISHED")
      return { value: null, status: "SUPPRESSED", unit, numerator: null, denominator: null };
    const value = Math.round((1000 * difficult.value) / projects.value) / 10;
    return { value, status: "PUBLISHED", unit, numerator: difficult.value, denominator: projects.value };
  };
  for (const { code, workforce, values } of departments) expect(values, code).toEqual([{ observation: expected(workforce[0]) }]);
  const known = departments.filter(({ values }) => values[0].observation.value !== null);
  expect(known.length).toBeGreaterThan(10);
});

test("indicator F03 is the department's sum, and its region's and France's are made of those, with what they leave out", async () => {
  const departments = await departmentsOf(
    hub,
    ["CURRENT"],
    `code parents(level: REGION) { code } workforce(year: 2025, occupations: ["T2B60"]) { projects { value status missingParts } }
     values(years: [2025], indicators: ["F03"]) { observation { value status missingParts } }`,
  );
  for (const { code, workforce, values } of departments) expect(values, code).toEqual([{ observation: workforce[0].projects }]);
  const numbers = departments.map(({ parents, values }) => ({ region: parents[0].code, ...values[0].observation }));
  const sumOf = (parts: typeof numbers) => {
    const known = parts.filter(({ value }) => value !== null);
    if (known.length === 0) return { value: null, status: "NOT_TRANSMITTED", missingParts: null };
    const missing = parts.length - known.length + known.reduce((sum, { missingParts }) => sum + (missingParts ?? 0), 0);
    return {
      value: known.reduce((sum, { value }) => sum + value, 0),
      status: missing > 0 ? "LOWER_BOUND" : "PUBLISHED",
      missingParts: missing || null,
    };
  };
  const { data } = await hub.query(`{ indicator(code: "F03") {
    regions: values(level: REGION, years: [2025], first: 100) { nodes { territory { code } observation { value status missingParts } } }
    nation: values(level: NATION, years: [2025], first: 1) { nodes { observation { value status missingParts } } }
  } }`);
  expect(data.indicator.regions.nodes).toEqual(
    [...Map.groupBy(numbers, ({ region }) => region)]
      .map(([code, parts]) => ({ territory: { code }, observation: sumOf(parts) }))
      .toSorted((a, b) => (a.territory.code < b.territory.code ? -1 : 1)),
  );
  expect(data.indicator.nation.nodes).toEqual([{ observation: sumOf(numbers) }]);
});

test("a national list counts every basin, and a basin that spans departments names them all", async () => {
  const { data } = await hub.query(
    `{ recruitmentNeeds(year: 2025, occupation: "T2B60", first: 100) { totalCount nodes { employmentBasin { code parents(level: DEPARTMENT) { code } } } } }`,
  );
  const rows = [...printed, ...csvRows("data/demonstration/bmo.csv")].filter((row) => row[fapColumn] === "T2B60");
  expect(data.recruitmentNeeds.totalCount).toBe(rows.length);
  const basins = csvRows("data/france-travail/bassins_bmo.csv", ";");
  for (const { employmentBasin } of data.recruitmentNeeds.nodes) {
    const ofEitherSurvey = basins.find(({ code }) => code === employmentBasin.code)!.departements!.split("|");
    const ofThisOne = new Set(printed.filter(({ BE25 }) => BE25 === employmentBasin.code).map(({ Dept }) => Dept));
    expect(employmentBasin.parents.map(({ code }: any) => code)).toEqual(ofEitherSurvey);
    expect(ofEitherSurvey).toEqual(expect.arrayContaining([...ofThisOne]));
  }
});
