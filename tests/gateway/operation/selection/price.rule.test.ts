import { expect, test } from "vitest";
import { type PricedField, priceOf } from "../../../../gateway/operation/selection/price.ts";

/** A list of objects, unless it says otherwise. */
const field = (size: number, inner: Record<string, PricedField> = {}, more: Partial<PricedField> = {}): PricedField => ({
  weight: 0,
  repeated: 0,
  itemWeight: 1,
  size,
  isObject: true,
  fields: new Map(Object.entries(inner)),
  ...more,
});
const value = (weight: number): PricedField => field(1, {}, { weight, itemWeight: 0, isObject: false });
const root = (inner: Record<string, PricedField>) => field(1, inner, { itemWeight: 0 });

const operation = root({
  departments: field(100, { communes: field(300, { name: value(2) }, { weight: 5 }), epcis: field(10) }),
  me: field(1, {}, { weight: 7 }),
});

test("a cost is that of each field once, and of what it holds as often as it is expected", () => {
  expect(priceOf(operation).requested).toBe(100 * (1 + 5 + 300 * (1 + 2) + 10) + 7 + 1);
  expect(priceOf(root({})).requested).toBe(0);
});

test("rows are the objects of the answer, values are none", () => {
  expect(priceOf(operation).rows).toBe(100 + 100 * 300 + 100 * 10 + 1);
  expect(priceOf(root({ count: value(1) })).rows).toBe(0);
});

test("the widest path is the longest product of lists", () => {
  expect(priceOf(operation).widest).toBe(30_000);
  expect(priceOf(root({})).widest).toBe(1);
  expect(priceOf(root({ none: field(0, { list: field(50) }), one: field(1) })).widest).toBe(1);
});

test.each([
  [[], 1],
  [["departments"], 100],
  [["departments", "communes"], 30_000],
  [["departments", "communes", "name"], 30_000],
  [["departments", "unknown"], 100],
  [["unknown"], 1],
  [["departments", "epcis", "a", "b"], 1_000],
])("at %j there are %i rows", (path, rows) => {
  expect(priceOf(operation).rowsAt(path)).toBe(rows);
});
