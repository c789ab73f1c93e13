import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const findingsOf = async (level: string, code: string, year: number, args = "") => {
  const { data, errors } = await hub.query(
    `query ($code: ID!, $year: Int!) { territory(level: ${level}, code: $code) { findings(year: $year${args}) { code severity subject message askWhom } } }`,
    { code, year },
  );
  expect(errors).toBeUndefined();
  return data.territory.findings;
};

test("two publishers count the childminders of Haute-Marne in 2014: 1 670 and 1 706", async () => {
  expect(await findingsOf("DEPARTMENT", "52", 2014)).toEqual([
    {
      code: "TWO_PUBLISHERS",
      severity: "WARNING",
      subject: "B13",
      message: expect.stringMatching(
        /^Assistants maternels agréés au 31\/12 : .*1[\s\u202f]670 selon Drees.*1[\s\u202f]706 selon CDSF de la Haute-Marne/,
      ),
      askWhom: null,
    },
  ]);
});

test("two publishers count the facilities of Seine-Saint-Denis in 2023: 421 and 446", async () => {
  const [found, ...others] = await findingsOf("DEPARTMENT", "93", 2023);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: "SAME_THING_UNDER_TWO_CODES", subject: "creches" });
  expect(found.message).toMatch(/446 selon ODDS de la Seine-Saint-Denis ; .* : 421 selon Drees\.$/);
});

test("two publishers count home care in Saint-Denis in 2021: 35 and 54", async () => {
  const found = await findingsOf("COMMUNE", "93066", 2021);
  expect(found.find(({ code }: any) => code === "SAME_THING_UNDER_TWO_CODES").message).toMatch(/35 selon ODDS .*54 selon Cnaf/);
});

test("a severity that nothing has gives nothing; a year in which nothing contradicts itself neither", async () => {
  expect(await findingsOf("DEPARTMENT", "52", 2014, ", severities: [ERROR]")).toEqual([]);
  expect(await findingsOf("DEPARTMENT", "52", 2014, ", severities: [WARNING]")).toHaveLength(1);
  expect(await findingsOf("DEPARTMENT", "52", 2016)).toEqual([]);
  expect(await findingsOf("DEPARTMENT", "ZZ", 2025)).toEqual([]);
});
