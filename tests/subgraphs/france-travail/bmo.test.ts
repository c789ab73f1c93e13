import { afterAll, beforeAll, expect, test } from "vitest";
import { departmentsOf } from "../../departments.ts";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { chunks, csvRows, sheetRows } from "../../printed-file.ts";

type Row = Record<string, string>;

const fapColumn = "Code métier BMO";
const survey = sheetRows("data/france-travail/Base_open_data_BMO_2025.xlsx", "met");
const demonstration = csvRows("data/demonstration/bmo.csv");
const childcare = survey.filter((row) => row[fapColumn] === "T2B60");

/** The columns of the file that say in which territory of a level a line lies. */
const codeAt: Record<string, (row: Row) => string> = {
  EMPLOYMENT_BASIN: (row) => row.BE25!,
  DEPARTMENT: (row) => row.Dept!,
  REGION: (row) => row.REG!,
  NATION: () => "FR",
};
const levels = Object.keys(codeAt);

const numbers =
  "projects { value status missingParts } difficult { value status missingParts } seasonal { value status missingParts } difficultShare { value status unit numerator denominator }";

/** What lines of the file add up to, computed here. */
function expectedOf(rows: Row[]) {
  const isKnown = (column: string) => rows.every((row) => row[column] !== "*");
  const known = (column: string) => rows.map((row) => row[column]!).filter((cell) => cell !== "*");
  const sum = (column: string) => known(column).reduce((total, cell) => total + Number(cell), 0);
  const counted = (column: string) => {
    const masked = rows.length - known(column).length;
    if (masked === rows.length) return { value: null, status: "SUPPRESSED", missingParts: masked };
    return { value: sum(column), status: masked > 0 ? "LOWER_BOUND" : "PUBLISHED", missingParts: masked || null };
  };
  const share = isKnown("met") && isKnown("xmet");
  return {
    projects: counted("met"),
    difficult: counted("xmet"),
    seasonal: counted("smet"),
    difficultShare: {
      value: share ? Math.round((1000 * sum("xmet")) / sum("met")) / 10 : null,
      status: share ? "PUBLISHED" : "SUPPRESSED",
      unit: "%",
      numerator: share ? sum("xmet") : null,
      denominator: share ? sum("met") : null,
    },
  };
}

/** What the lines of an occupation add up to at a level, by the code of the territory. */
const expectedAt = (level: string, rows = childcare) =>
  new Map([...Map.groupBy(rows, codeAt[level]!)].map(([code, lines]) => [code, expectedOf(lines)]));

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** All pages of the list of an occupation, of so many needs each. */
async function everyPage(args: string, selection: string, size = 100): Promise<any[]> {
  const found: any[] = [];
  for (let after = ""; ; ) {
    const { data, errors } = await hub.query(
      `{ recruitmentNeeds(occupation: "T2B60", year: 2025, ${args}, first: ${size}${after}) { totalCount nodes { ${selection} } pageInfo { endCursor hasNextPage } } }`,
    );
    expect(errors).toBeUndefined();
    const { nodes, totalCount, pageInfo } = data.recruitmentNeeds;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) {
      expect(found).toHaveLength(totalCount);
      return found;
    }
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

const needOf = async (level: string, code: string, selection: string, year = 2025) => {
  const { data, errors } = await hub.query(
    `{ territory(level: ${level}, code: "${code}") { recruitmentNeeds(year: ${year}, occupations: ["T2B60"]) { ${selection} } } }`,
  );
  expect(errors).toBeUndefined();
  return data.territory.recruitmentNeeds[0];
};

test("every line of the survey is a part of its department: 50 076, with each `*` suppressed and never 0", async () => {
  const cell = (text: string) => (text === "*" ? { value: null, status: "SUPPRESSED" } : { value: Number(text), status: "PUBLISHED" });
  const expected = new Map(
    survey.map((row) => [
      `${row[fapColumn]} EMPLOYMENT_BASIN ${row.BE25} DEPARTMENT ${row.Dept}`,
      [cell(row.met!), cell(row.xmet!), cell(row.smet!)],
    ]),
  );
  const found = new Map<string, unknown[]>();
  for (const occupations of chunks([...new Set(survey.map((row) => row[fapColumn]!))], 20)) {
    const departments = await departmentsOf(
      hub,
      ["CURRENT", "OVERSEAS_COLLECTIVITY"],
      `recruitmentNeeds(year: 2025, occupations: ${JSON.stringify(occupations)}) { occupation { fap }
        parts { territory { level code } within { level code } projects { value status } difficult { value status } seasonal { value status } } }`,
    );
    for (const { recruitmentNeeds } of departments) {
      for (const { occupation, parts } of recruitmentNeeds) {
        for (const { territory, within, projects, difficult, seasonal } of parts) {
          found.set(`${occupation.fap} ${territory.level} ${territory.code} ${within.level} ${within.code}`, [
            projects,
            difficult,
            seasonal,
          ]);
        }
      }
    }
  }
  expect(expected.size).toBe(50076);
  expect(found).toEqual(expected);
});

test("T2B60 in Haute-Marne: 161 projects, 160 difficult, as a lower bound that says how many basins are masked", async () => {
  const need = await needOf(
    "DEPARTMENT",
    "52",
    `id year within { code } occupation { label } territory { level name }
     projects { value status missingParts unit computedBy source { publisher printedVintage } } difficult { value status missingParts } seasonal { value status }
     difficultShare { value status numerator } parts { id territory { name } projects { value status computedBy } parts { id } }`,
  );
  const basins = childcare.filter(({ Dept }) => Dept === "52").toSorted((a, b) => (a.BE25! < b.BE25! ? -1 : 1));
  expect(need).toEqual({
    id: "BMO:T2B60:DEPARTMENT:52:2025",
    year: 2025,
    within: null,
    occupation: { label: basins[0]!["Nom métier BMO"] },
    territory: { level: "DEPARTMENT", name: "Haute-Marne" },
    projects: {
      value: 161,
      status: "LOWER_BOUND",
      missingParts: 1,
      unit: "projets de recrutement",
      computedBy: "hub : somme des bassins d'emploi non masqués",
      source: { publisher: "France Travail", printedVintage: "2025" },
    },
    difficult: { value: 160, status: "LOWER_BOUND", missingParts: 1 },
    seasonal: { value: null, status: "SUPPRESSED" },
    difficultShare: { value: null, status: "SUPPRESSED", numerator: null },
    parts: basins.map(({ BE25, NOMBE25, met }) => ({
      id: `BMO:T2B60:EMPLOYMENT_BASIN:${BE25}:DEPARTMENT:52:2025`,
      territory: { name: NOMBE25 },
      projects: {
        ...(met === "*" ? { value: null, status: "SUPPRESSED" } : { value: Number(met), status: "PUBLISHED" }),
        computedBy: null,
      },
      parts: [],
    })),
  });
});

test.each(levels)(
  "at the level %s a number is the sum of the file's lines that are not masked, and says what it leaves out",
  async (level) => {
    const found = await everyPage(`level: ${level}`, `territory { code } within { code } ${numbers}`);
    expect(found.every(({ within }) => within === null)).toBe(true);
    expect(new Map(found.map(({ territory, within, ...need }) => [territory.code, need]))).toEqual(expectedAt(level));
    expect(found.map(({ territory }) => territory.code)).toEqual([...expectedAt(level).keys()].toSorted());
  },
);

test("T2B60 in France is at least 22 129, 63 parts of basins being masked", async () => {
  const need = await needOf("NATION", "FR", "projects { value status missingParts } difficultShare { value status }");
  expect(need).toEqual({
    projects: { value: 22_129, status: "LOWER_BOUND", missingParts: 63 },
    difficultShare: { value: null, status: "SUPPRESSED" },
  });
});

test("a territory says of itself what the list says of it, whatever its level, and each occupation by default", async () => {
  for (const [level, code] of Object.entries({ EMPLOYMENT_BASIN: "1118", DEPARTMENT: "77", REGION: "93", NATION: "FR" }))
    expect(await needOf(level, code, numbers)).toEqual(expectedAt(level).get(code));
  const { data } = await hub.query(
    '{ territory(level: REGION, code: "44") { recruitmentNeeds(year: 2025) { occupation { fap } projects { value } } } }',
  );
  const occupations = ["T2B60", "T2A60", "T1X60", "V0X60", "V1X80", "V4X83", "V4X84", "V4X85", "V5X81"];
  expect(data.territory.recruitmentNeeds).toEqual(
    occupations.map((fap) => {
      const rows = survey.filter((row) => row[fapColumn] === fap);
      return { occupation: { fap }, projects: { value: expectedAt("REGION", rows).get("44")!.projects.value } };
    }),
  );
});

test.each([
  ["NATION", "REGION"],
  ["REGION", "DEPARTMENT"],
])("the parts of a %s are each %s of it, whole", async (level, partLevel) => {
  const found = await everyPage(`level: ${level}`, `territory { code } parts { territory { level code } within { code } ${numbers} }`);
  for (const { territory, parts } of found) {
    const rows = childcare.filter((row) => codeAt[level]!(row) === territory.code);
    expect(parts).toEqual(
      [...expectedAt(partLevel, rows)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, need]) => ({ territory: { level: partLevel, code }, within: null, ...need })),
    );
  }
});

test("a basin that spans departments is the sum of its parts, each within one of them", async () => {
  const found = await everyPage("level: EMPLOYMENT_BASIN", `territory { code } parts { territory { code } within { code } ${numbers} }`);
  const spanning = found.filter(({ parts }) => parts.length > 1);
  expect(spanning).toHaveLength(9);
  for (const { territory, parts } of found)
    expect(parts).toEqual(
      childcare
        .filter(({ BE25 }) => BE25 === territory.code)
        .toSorted((a, b) => (a.Dept! < b.Dept! ? -1 : 1))
        .map((row) => ({ territory, within: { code: row.Dept }, ...expectedOf([row]) })),
    );
});

test("a basin names every department of either survey in which it lies", async () => {
  const found = await everyPage("level: EMPLOYMENT_BASIN", "territory { code parents(level: DEPARTMENT) { code } }");
  const basins = new Map(csvRows("data/france-travail/bassins_bmo.csv", ";").map((row) => [row.code, row.departements!.split("|")]));
  for (const { territory } of found) {
    const ofEitherSurvey = basins.get(territory.code)!;
    // A commune of the Marne is in this one of the Aisne too, which the surveys do not say.
    const ofCommunes = territory.code === "3212" ? ["51"] : [];
    expect(territory.parents.map(({ code }: any) => code)).toEqual([...ofEitherSurvey, ...ofCommunes]);
    const ofThisOne = new Set(survey.filter(({ BE25 }) => BE25 === territory.code).map(({ Dept }) => Dept));
    expect(ofEitherSurvey).toEqual(expect.arrayContaining([...ofThisOne]));
  }
});

test("the region that a line prints is that in which its department lies", async () => {
  const printed = new Map([...survey, ...demonstration].map(({ Dept, REG }) => [Dept, REG]));
  const departments = await departmentsOf(hub, ["CURRENT", "DEMONSTRATION"], "code parents(level: REGION) { code }");
  expect(printed.size).toBe(102);
  expect(new Map(departments.map(({ code, parents }) => [code, parents[0].code]))).toEqual(printed);
});

test.each(["DEPARTMENT", "REGION", "NATION"])("indicator F03 and its difficult share are those numbers at the level %s", async (level) => {
  const { data } = await hub.query(
    `{ ${["F03", "F03-difficult-share"]
      .map(
        (code, n) => `i${n}: indicator(code: "${code}") { values(level: ${level}, years: [2025], first: 100) {
        nodes { territory { code } observation { value status missingParts unit numerator denominator notes } } } }`,
      )
      .join(" ")} }`,
  );
  const [projects, shares] = [data.i0, data.i1].map(
    ({ values }) => new Map<string, any>(values.nodes.map(({ territory, observation }: any) => [territory.code, observation])),
  );
  const expected = expectedAt(level);
  for (const [code, need] of expected) {
    if (level === "DEPARTMENT" && !projects!.has(code)) continue; // the second page
    const { value, status, missingParts, notes } = projects!.get(code);
    expect({ value, status, missingParts }, code).toEqual(need.projects);
    expect(notes[0]).toMatch(/T2B60/);
    expect(shares!.get(code), code).toMatchObject(need.difficultShare);
  }
  expect([...shares!.values()].filter(({ value }) => value !== null).length).toBe(
    [...expected].filter(([code, { difficultShare }]) => shares!.has(code) && difficultShare.value !== null).length,
  );
  expect(projects!.size).toBe(Math.min(100, expected.size));
});

const orders: Record<string, (need: any) => number | null> = {
  TERRITORY: () => null,
  PROJECTS_DESC: ({ projects }) => projects.value,
  DIFFICULT_SHARE_DESC: ({ difficultShare: { numerator, denominator } }) => (numerator === null ? null : numerator / denominator),
};

test.each(levels.flatMap((level) => Object.keys(orders).map((order) => [level, order] as const)))(
  "the list at the level %s in the order %s has each territory once, page after page, those without the number last",
  async (level, order) => {
    const found = await everyPage(`level: ${level}, orderBy: ${order}`, `territory { code } ${numbers}`, 41);
    const expected = [...expectedAt(level)]
      .map(([code, need]) => ({ code, value: orders[order]!(need) }))
      .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.code < b.code ? -1 : 1));
    expect(found.map((need) => ({ code: need.territory.code, value: orders[order]!(need) }))).toEqual(expected);
  },
);

test("the greatest difficulty of a basin, and the greatest number of projects", async () => {
  const first = async (order: string) =>
    (
      await hub.query(
        `{ recruitmentNeeds(level: EMPLOYMENT_BASIN, year: 2025, occupation: "T2B60", orderBy: ${order}, first: 1) { nodes { projects { value } difficultShare { value } } } }`,
      )
    ).data.recruitmentNeeds.nodes[0];
  expect((await first("DIFFICULT_SHARE_DESC")).difficultShare.value).toBe(100);
  const most = Math.max(...[...expectedAt("EMPLOYMENT_BASIN").values()].map(({ projects }) => projects.value ?? 0));
  expect((await first("PROJECTS_DESC")).projects.value).toBe(most);
});

test.each(levels)(
  "no fictitious territory is in the list at the level %s unless it is asked for, nor ever in a number of France",
  async (level) => {
    const codes = async (more: string) =>
      (await everyPage(`level: ${level}${more}`, "territory { code }")).map(({ territory }) => territory.code);
    const without = await codes("");
    const added = (await codes(", includeDemonstration: true")).filter((code) => !without.includes(code));
    expect(without.filter((code) => code.startsWith("ZZ"))).toEqual([]);
    const fictitious = demonstration.filter((row) => row[fapColumn] === "T2B60");
    expect(added).toEqual(level === "NATION" ? [] : [...new Set(fictitious.map(codeAt[level]!))]);
  },
);

test("the fictitious department and its region have numbers by their names", async () => {
  const fictitious = expectedOf(demonstration.filter((row) => row[fapColumn] === "T2B60"));
  for (const level of ["DEPARTMENT", "REGION"]) expect(await needOf(level, "ZZ", numbers)).toEqual(fictitious);
});

test.each([
  ["a level that the survey does not have", "level: EPCI, first: 1", "BAD_ARGUMENT"],
  ["a cursor of nothing", 'level: REGION, first: 1, after: "bm9u"', "BAD_CURSOR"],
  ["a cursor of another list", 'level: REGION, first: 1, after: "WyJhIiwyXQ"', "BAD_CURSOR"],
])("%s is refused", async (_, args, code) => {
  const { errors } = await hub.query(`{ recruitmentNeeds(occupation: "T2B60", year: 2025, ${args}) { totalCount } }`);
  expect(errors).toMatchObject([{ extensions: { code } }]);
});

test("a territory of another level has none; what no line tells is not transmitted, in the unit of what would be", async () => {
  const { data } = await hub.query('{ territory(level: COMMUNE, code: "52121") { recruitmentNeeds(year: 2025) { id } } }');
  expect(data.territory.recruitmentNeeds).toEqual([]);
  expect(
    await needOf("DEPARTMENT", "52", "projects { value status unit } difficultShare { value status unit } parts { id }", 2019),
  ).toEqual({
    projects: { value: null, status: "NOT_TRANSMITTED", unit: "projets de recrutement" },
    difficultShare: { value: null, status: "NOT_TRANSMITTED", unit: "%" },
    parts: [],
  });
});

test("of no project there is no share, and an older survey does not touch the numbers of this one", async () => {
  const { BE25, NOMBE25, ...line } = childcare.find(({ Dept }) => Dept === "52")!;
  const rows = [
    { ...line, annee: "2023", BE23: BE25!, NOMBE23: NOMBE25!, met: "0", xmet: "0", smet: "0" },
    { ...line, annee: "2023", BE23: BE25!, NOMBE23: NOMBE25!, Dept: "51", met: "*", xmet: "*", smet: "*" },
  ];
  expect(await importRows(hub.databaseUrl, ["france-travail", "bmo"], rows)).toMatchObject({ accepted: 2, rejected: [] });
  const none = { value: null, status: "NOT_APPLICABLE", unit: "%", numerator: 0, denominator: 0 };
  expect((await needOf("DEPARTMENT", "52", numbers, 2023)).difficultShare).toEqual(none);
  expect(await needOf("REGION", "44", numbers, 2023)).toEqual({
    projects: { value: 0, status: "LOWER_BOUND", missingParts: 1 },
    difficult: { value: 0, status: "LOWER_BOUND", missingParts: 1 },
    seasonal: { value: 0, status: "LOWER_BOUND", missingParts: 1 },
    difficultShare: { ...none, status: "SUPPRESSED", numerator: null, denominator: null },
  });
  const { data } = await hub.query(
    '{ department: value(id: "F03-difficult-share:DEPARTMENT:52:2023") { observation { value status unit numerator denominator } } region: value(id: "F03:REGION:44:2023") { observation { value status } } nation: value(id: "F03:NATION:FR:2025") { observation { value } } }',
  );
  expect(data).toEqual({
    department: { observation: none },
    region: { observation: { value: 0, status: "LOWER_BOUND" } },
    nation: { observation: { value: 22_129 } },
  });
});

test("a line without its region is refused, with what is expected", async () => {
  const rows = [{ ...childcare[0]!, REG: "Grand Est" }];
  expect((await importRows(hub.databaseUrl, ["france-travail", "bmo"], rows)).rejected).toMatchObject([
    { column: "REG", value: "Grand Est", reason: "attendu : un code de région (2 chiffres)" },
  ]);
});

test("some of the projects are no more than all of them", async () => {
  const rows = [{ ...childcare[0]!, met: "10", xmet: "11", smet: "12" }];
  expect((await importRows(hub.databaseUrl, ["france-travail", "bmo"], rows)).rejected).toMatchObject([
    { column: "xmet", value: "11", reason: "plus de projets difficiles que de projets" },
    { column: "smet", value: "12", reason: "plus de projets saisonniers que de projets" },
  ]);
});

test("the survey of 2024 is served beside that of 2025, to the digit", async () => {
  const lines = sheetRows("data/france-travail/Base_open_data_BMO_2024.xlsx", "BE24").filter((row) => row[fapColumn] === "T2B60");
  for (const department of ["92", "93", "52"]) {
    const own = lines.filter((row) => row.Dept === department);
    const known = own.filter((row) => row.met !== "*");
    const { data } = await hub.query(
      `{ territory(level: DEPARTMENT, code: "${department}") { recruitmentNeeds(year: 2024, occupations: ["T2B60"]) { projects { value missingParts } } } }`,
    );
    const [need] = data.territory.recruitmentNeeds;
    expect(need.projects).toEqual({
      value: known.reduce((sum, row) => sum + Number(row.met), 0),
      missingParts: own.length - known.length || null,
    });
  }
});

test("of a department that the survey puts in two regions each has a part, with a name of its own, and the parts add up", async () => {
  const need = "id within { id } projects { value }";
  const inRegion = (code: string) =>
    `territory(level: REGION, code: "${code}") { recruitmentNeeds(year: 2024, occupations: ["T2B60"]) { parts { ${need} parts { ${need} } } } }`;
  const { data } = await hub.query(`{
    loire: ${inRegion("52")} brittany: ${inRegion("53")}
    whole: territory(level: DEPARTMENT, code: "44") { recruitmentNeeds(year: 2024, occupations: ["T2B60"]) { ${need} } }
  }`);
  const partOf = (region: "loire" | "brittany") =>
    data[region].recruitmentNeeds[0].parts.find(({ id }: any) => id.includes(":DEPARTMENT:44:"));
  const [loire, brittany] = [partOf("loire"), partOf("brittany")];
  expect([loire.id, loire.within.id]).toEqual(["BMO:T2B60:DEPARTMENT:44:REGION:52:2024", "REGION:52"]);
  expect([brittany.id, brittany.within.id]).toEqual(["BMO:T2B60:DEPARTMENT:44:REGION:53:2024", "REGION:53"]);
  const [whole] = data.whole.recruitmentNeeds;
  expect([whole.id, whole.within]).toEqual(["BMO:T2B60:DEPARTMENT:44:2024", null]);
  expect(loire.projects.value + brittany.projects.value).toBe(whole.projects.value);
  for (const part of [loire, brittany])
    expect(part.parts.reduce((sum: number, { projects }: any) => sum + (projects.value ?? 0), 0)).toBe(part.projects.value);
  expect(data.loire.recruitmentNeeds[0].parts.find(({ id }: any) => id.includes(":DEPARTMENT:72:")).within).toBeNull();
});

test("an occupation has the ROME codes that the nomenclature gives to its code, and none where the survey groups otherwise", async () => {
  const { data } = await hub.query('{ childcare: occupation(fap: "T2B60") { romeCodes } nursing: occupation(fap: "V0X60") { romeCodes } }');
  expect(data).toEqual({ childcare: { romeCodes: ["K1303"] }, nursing: { romeCodes: [] } });
});
