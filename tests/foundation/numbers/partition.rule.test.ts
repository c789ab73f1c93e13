import { expect, test } from "vitest";
import { partition } from "../../../foundation/numbers/partition.ts";

const ties = [
  { part: "2A", whole: "20" },
  { part: "2B", whole: "20" },
  { part: "69D", whole: "69" },
  { part: "69M", whole: "69" },
];

test.each([
  ["those that are tied to nothing", ["01", "02"], ["01"], ["01", "02"]],
  ["the parts, where each has a number", ["2A", "2B"], ["2A", "2B", "20"], ["2A", "2B"]],
  ["the whole once, where none of its parts has one", ["2A", "2B"], ["20"], ["20"]],
  ["the whole, where one of its parts has none", ["01", "2A", "2B"], ["2A", "20"], ["01", "20"]],
  ["the parts, where the whole has none", ["2A", "2B"], ["2A"], ["2A", "2B"]],
  ["a part alone, where the other is not of the list", ["2A"], ["20"], ["2A"]],
  ["a whole, where it has a number", ["69"], ["69", "69D", "69M"], ["69"]],
  ["its parts, where it has none", ["69"], ["69D", "69M"], ["69D", "69M"]],
  ["its parts, where one of them has a number", ["69"], ["69M"], ["69D", "69M"]],
  ["a whole, where nothing is known", ["69"], [], ["69"]],
  ["a whole and not its parts, where all are listed", ["69", "69D", "69M"], ["69", "69D", "69M"], ["69"]],
  ["the parts and not their whole, where all are listed and it has none", ["69", "69D", "69M"], ["69D"], ["69D", "69M"]],
  ["parts once, where all are listed and nothing is known", ["69D", "69", "69M"], [], ["69D", "69M"]],
])("a sum goes over %s", (_, listed, known, counted) => {
  expect([...partition(listed, ties, (code) => known.includes(code))]).toEqual(counted);
});
