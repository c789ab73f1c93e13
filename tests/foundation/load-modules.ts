import "reflect-metadata";
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Loads all but the commands, which are what reads the environment, and prints what a module does that it may not while it loads. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = ["foundation", "subgraphs", "gateway"].flatMap((house) =>
  readdirSync(`${root}${house}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${root}${house}/${file}`),
);

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
for (const module of modules) await import(pathToFileURL(module).href);
console.log(JSON.stringify({ loaded: modules.length, faults: [...faults] }));
exit(0);
