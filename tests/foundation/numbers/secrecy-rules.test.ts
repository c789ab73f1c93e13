import { expect, test } from "vitest";
import { populationOf } from "../../../foundation/numbers/populations.ts";
import { readSecrecyRules, secrecy } from "../../../foundation/numbers/secrecy-rules.ts";
import { csvRows, jsonRows } from "../../printed-file.ts";

test("every indicator of the catalogue has its rule", () => {
  const codes = csvRows("data/national/catalogue_indicateurs_reconstruit.csv").map(({ code }) => code!);
  expect(codes.length).toBeGreaterThan(70);
  expect(codes.filter((code) => !secrecy.ruleOf(code))).toEqual([]);
});

const catalogue = csvRows("data/national/catalogue_indicateurs_reconstruit.csv") as Record<"code" | "libelle" | "unite", string>[];
const { populations } = jsonRows("data/populations.json") as unknown as { populations: { counts: string; units: string[][] }[] };
const people = populations.flatMap(({ counts, units }) => (counts === "PERSONS" ? units.flat() : []));
/** Whether a text has one of the units that count people among its words. */
const namesPeople = (text: string) => people.some((form) => new RegExp(`(?<!\\p{L})${form}(?!\\p{L})`, "iu").test(text));

test("an indicator whose unit or label names people is under a rule for people, or says why it counts none", () => {
  const outside = catalogue.filter(({ code }) => secrecy.ruleOf(code)!.about === "NONE");
  const naming = outside
    .filter(({ libelle, unite }) => namesPeople(libelle) || unite.split(" ; ").some(namesPeople))
    .map(({ code }) => code);
  expect(naming).toEqual(expect.arrayContaining(["D05", "D06", "D07", "B17"]));
  expect(naming.filter((code) => !secrecy.reasonOf(code))).toEqual([]);
  expect(outside.map(({ code }) => code).filter((code) => secrecy.reasonOf(code) && !naming.includes(code))).toEqual([]);
});

test("an indicator that counts people in its first unit is under a rule for people", () => {
  const counting = catalogue.filter(({ unite }) => populationOf(unite.split(" ; ")[0]!) === "PERSONS");
  expect(counting.length).toBeGreaterThan(10);
  expect(counting.filter(({ code }) => secrecy.ruleOf(code)!.about !== "PERSONS")).toEqual([]);
});

test("a reason is given for an indicator of its own rule alone", () => {
  const none = { ...persons, about: "NONE", minimum: undefined, measures: ["D05"] };
  expect(withRule({ ...none, namesPeople: { D05: "Des actions, et non des enfants." } })).not.toThrow();
  expect(withRule({ ...none, namesPeople: { D07: "Des lieux, et non des enfants." } })).toThrow("namesPeople ne cite que");
  expect(withRule({ ...none, namesPeople: { D05: "non" } })).toThrow();
});

const {
  rules: [persons, establishments],
  ...rest
} = jsonRows("data/secrecy.json") as any;
const withRule = (rule: object) => () => readSecrecyRules({ ...rest, rules: [rule], rates: {} });
const decision = { reference: "COMITÉ 2026-4", date: "2026-09-01", signedBy: "le comité du secret" };

test.each([
  ["five persons", { ...persons, minimum: 5 }],
  ["two establishments", { ...establishments, minimum: 2 }],
  ["an establishment with 90 %", { ...establishments, largestShare: 90 }],
])("a rule that lets %s be shown needs a written decision", (_, rule) => {
  expect(withRule(rule)).toThrow("demande une décision écrite");
  expect(withRule({ ...rule, decision: { ...decision, signedBy: "" } })).toThrow();
  expect(withRule({ ...rule, decision })).not.toThrow();
});

test("an indicator has one rule, no more", () => {
  const twice = { ...rest, rates: {}, rules: [persons, { ...establishments, measures: [persons.measures[0]] }] };
  expect(() => readSecrecyRules(twice)).toThrow("un indicateur ne relève que d'une règle");
});
