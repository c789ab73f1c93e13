import { expect, test } from "vitest";
import { attainmentOf } from "../../../../subgraphs/pmi/plans/attainment.ts";

test.each([
  [0, 0, null],
  [3, 0, null],
  [0, 8, 0],
  [8, 8, 100],
  [9, 8, 112.5],
  [1, 3, 33.3],
  [2, 3, 66.7],
])("%i controls of %i planned are %s %%", (done, planned, attainment) => {
  expect(attainmentOf(done, planned)).toBe(attainment);
});
