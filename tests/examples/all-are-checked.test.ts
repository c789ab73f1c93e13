import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSavedQueries } from "../../gateway/explorer/saved-queries.ts";

test("what each saved query answers is checked by a test beside this one", () => {
  const folder = new URL("./", import.meta.url);
  const tests = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
  // The menu has a theme once, however it is typed.
  expect(readSavedQueries().filter(({ theme }) => theme.includes("’"))).toEqual([]);
  const names = readSavedQueries().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !tests.some((text) => text.includes(`answerOf(hub, "${name}"`)))).toEqual([]);
});
