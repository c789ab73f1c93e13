import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importInto } from "../../import-into.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const before = '(asOf: "2020-01-01T00:00:00Z")';

/** Of the exchange layout. */
const header =
  "indicateur,niveau,territoire,annee,valeur,unite,statut,numerateur,denominateur,millesime,remarque,etablissements,part_principale";

test("no number of the catalogue was known before the hub had it, derived ones included", async () => {
  const { data, errors } = await hub.query(`{ committee(department: "ZZ") { department { values(years: [2025]) {
    indicator { code } now: observation { value } then: observation${before} { value status source { publisher } } } } } }`);
  expect(errors).toBeUndefined();
  const values = data.committee.department.values as any[];
  expect(values.filter(({ now }) => now.value !== null).length).toBeGreaterThan(40);
  expect(values.filter(({ then }) => then.value !== null || then.status !== "NOT_TRANSMITTED" || then.source)).toEqual([]);
});

test("a register that changes is a correction: what was counted before is answered still", async () => {
  const view = (asOf: string) =>
    `{ committee(department: "ZZ") { department { values(years: [2025], indicators: ["T8"]) { observation${asOf} { value recordedAt computedBy } } } } }`;
  const told = async (asOf = "") => (await hub.query(view(asOf))).data.committee.department.values[0].observation;
  const first = await told();
  const header = "id,departement,etablissement,mode,categorie,date,autorites,type_controle,inopine,non_conformites,suites";
  const line = "ZZ-I9999,ZZ,ZZ-F052,EAJE,COLLECTIVE_CRECHE,2025-03-03,CD,FOLLOW_UP_VISIT,non,,NONE";
  expect((await importInto(hub.databaseUrl, "pmi", "inspections", `${header}\n${line}\n`)).rejected).toEqual([]);
  const second = await told();
  expect(second).toMatchObject({ value: first.value + 1, computedBy: first.computedBy });
  expect(await told(`(asOf: "${first.recordedAt}")`)).toEqual(first);
  expect(await told(`(asOf: "${second.recordedAt}")`)).toEqual(second);
});

test("a number that the register gives is not transmitted beside it", async () => {
  const send = (department: string) =>
    importInto(
      hub.databaseUrl,
      "pmi",
      "observations",
      `${header}\nG01,DEPARTMENT,${department},2025,12,établissements,PUBLISHED,,,2025,,,\n`,
    );
  expect((await send("ZZ")).rejected).toMatchObject([{ line: 2, column: "indicateur", reason: expect.stringContaining("registre") }]);
  expect((await send("52")).rejected).toEqual([]);
});

test("a number that the hub counts out of the recruitment survey is not transmitted beside it", async () => {
  const file = `${header}\nF03,DEPARTMENT,52,2025,12,projets,PUBLISHED,,,2025,,,\n`;
  const { rejected } = await importInto(hub.databaseUrl, "france-travail", "observations", file);
  expect(rejected).toMatchObject([{ line: 2, column: "indicateur", value: "F03", reason: expect.stringContaining("calculé par le hub") }]);
});

test.each([
  ["msa", "B13,DEPARTMENT,52,2023,999,personnes", "PMI"],
  ["france-travail", "B13,DEPARTMENT,52,2023,998,personnes", "PMI"],
  ["caf", "G01,DEPARTMENT,ZZ,2025,77,établissements", "PMI"],
  ["pmi", "T5,DEPARTMENT,ZZ,2025,5,dispositifs", "CAF"],
])("%s does not write over another's number: %s", async (owner, line, producer) => {
  const [code, , department, year] = line.split(",");
  const ask = async () =>
    (
      await hub.query(`{ committee(department: "${department}") { department { values(years: [${year}], indicators: ["${code}"]) {
      indicator { code } observation { value source { publisher } } } } } }`)
    ).data;
  const before = await ask();
  const { rejected } = await importInto(hub.databaseUrl, owner, "observations", `${header}\n${line},PUBLISHED,,,${year},,,\n`);
  expect(rejected).toMatchObject([{ line: 2, column: "indicateur", value: code, reason: expect.stringContaining(`(${producer})`) }]);
  expect(await ask()).toEqual(before);
});

test.each([
  ["beside a number of the past", `observation${before} { value } target { gap }`],
  ["between aliases", `a: observation${before} { value } target { gap } b: observation { value }`],
  [
    "in fragments",
    `... on Value { observation${before} { value } target { gap } } ...{ target { gap } a: observation${before} { value } }`,
  ],
])("a target is judged by what is known now, %s", async (_, selection) => {
  const ask = async (fields: string) =>
    (await hub.query(`{ committee(department: "ZZ") { department { values(years: [2025], indicators: ["T1", "T7"]) { ${fields} } } } }`))
      .data.committee.department.values;
  const alone = await ask("target { gap }");
  expect(alone.every(({ target }: any) => typeof target.gap === "number")).toBe(true);
  expect((await ask(selection)).map(({ target }: any) => ({ target }))).toEqual(alone);
});
