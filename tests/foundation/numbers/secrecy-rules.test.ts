import { expect, test } from "vitest";
import { readSecrecyRules, secrecy } from "../../../foundation/numbers/secrecy-rules.ts";
import { csvRows, jsonRows } from "../../printed-file.ts";

test("every indicator of the catalogue has its rule", () => {
  const codes = csvRows("data/national/catalogue_indicateurs_reconstruit.csv").map(({ code }) => code!);
  expect(codes.length).toBeGreaterThan(70);
  expect(codes.filter((code) => !secrecy.ruleOf(code))).toEqual([]);
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
