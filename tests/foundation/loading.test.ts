import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** All but the commands, which are what reads the environment. */
const modules = ["foundation", "subgraphs", "gateway"].flatMap((house) =>
  readdirSync(`${root}${house}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${root}${house}/${file}`),
);

test("no module reads the environment or ends the process while it loads", async () => {
  const faults = new Set<string>();
  /** Notes which of our files is at work; libraries may read what they want. */
  const note = (what: string) => {
    const [, , , caller = ""] = new Error().stack!.split("\n");
    const file = modules.find((module) => caller.includes(module));
    if (file) faults.add(`${file} ${what}`);
  };
  const { env, exit } = process;
  process.exit = () => note("ends the process") as never;
  Object.defineProperty(process, "env", {
    configurable: true,
    get() {
      note("reads the environment");
      return env;
    },
  });
  try {
    for (const module of modules) await import(pathToFileURL(module).href);
  } finally {
    Object.defineProperty(process, "env", { configurable: true, writable: true, enumerable: true, value: env });
    process.exit = exit;
  }
  expect(modules.length).toBeGreaterThan(150);
  expect([...faults]).toEqual([]);
});
