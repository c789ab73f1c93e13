import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("no module reads the environment or ends the process while it loads", async () => {
  const loading = ["--import", "tsx/esm", "tests/foundation/load-modules.ts"];
  const { stdout } = await promisify(execFile)("node_modules/.bin/node", loading);
  const { loaded, faults } = JSON.parse(stdout);
  expect(loaded).toBeGreaterThan(150);
  expect(faults).toEqual([]);
});
