import { expect, test } from "vitest";
import type { Limits } from "../../../../foundation/limits.ts";
import { checkVariables } from "../../../../gateway/operation/document/variable-limits.ts";

const limits = { maxVariables: 2, maxVariableValues: 5 } as Limits;
const codeOf = (variables: Record<string, unknown>) => {
  try {
    checkVariables(variables, limits);
    return null;
  } catch (error) {
    const { code, allowed } = (error as { extensions: Record<string, unknown> }).extensions;
    return `${code} ${allowed}`;
  }
};

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 1; level < depth; level++) value = [value];
  return value;
}

test.each<[string, Record<string, unknown>, string | null]>([
  ["none", {}, null],
  ["two variables", { a: 1, b: null }, null],
  ["three variables", { a: 1, b: 2, c: 3 }, "TOO_MANY_VARIABLES 2"],
  ["a list of four is five values", { a: [1, 2, 3, 4] }, null],
  ["a list of five is six", { a: [1, 2, 3, 4, 5] }, "VARIABLES_TOO_LARGE 5"],
  ["the values of an object count", { a: { x: 1, y: { z: 2, t: null } } }, null],
  ["… all of them", { a: { x: 1, y: { z: 2, t: null, u: 3 } } }, "VARIABLES_TOO_LARGE 5"],
  ["of all variables together", { a: [1, 2], b: [3] }, null],
  ["of all variables together, above", { a: [1, 2], b: [3, 4] }, "VARIABLES_TOO_LARGE 5"],
  ["a text is one value", { a: "a long text, letter by letter" }, null],
  ["five levels", { a: nested(5) }, null],
  ["six levels", { a: nested(6) }, "VARIABLES_TOO_LARGE 5"],
  ["levels without end", { a: nested(1_000_000) }, "VARIABLES_TOO_LARGE 5"],
])("%s", (_, variables, expected) => {
  expect(codeOf(variables)).toBe(expected);
});
