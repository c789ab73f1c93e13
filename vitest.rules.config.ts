import { defineConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** The tests of pure rules, `*.rule.test.ts`: they need no database, so that thousands of mutants can be tried on them. */
export default defineConfig({
  ...config,
  test: { ...config.test, include: ["tests/**/*.rule.test.ts"], globalSetup: [] },
});
