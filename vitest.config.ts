import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { graphql: "graphql/index.js" } },
  oxc: { decorator: { legacy: true } },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/template-database.ts",
    setupFiles: "reflect-metadata",
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } }, // the machine may be busy
    maxWorkers: 3, // of two cores: many tests wait for a process
    // A file has a database of its own, not modules of its own: loading them again for each took a third of the time.
    isolate: false,
  },
});
