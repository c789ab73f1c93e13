import "reflect-metadata";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { openSample } from "./database.ts";
import { Loader } from "./load/loader.ts";
import { view } from "./load/operations.ts";
import { casesOf } from "./measures/cases.ts";
import { importAgainstCopy } from "./measures/import.ts";
import { type Bounds, measure } from "./measures/measure.ts";
import { besideEverything } from "./measures/neighbour.ts";
import { profileHub } from "./measures/profile.ts";
import { timeStarts } from "./measures/starts.ts";
import { describeMachine } from "./results/machine.ts";
import { render } from "./results/results.ts";
import { Running } from "./systems/running.ts";
import { startSystems } from "./systems/systems.ts";

/** `npm run bench`: see README.md. */
const bounds = new Command()
  .name("npm run bench --")
  .option("--rounds <n>", "rounds that count", between(1, 50), 4)
  .option("--seconds <n>", "of each system and load in a round", between(1, 30), 1)
  .option("--connections <n>", "requests under way at once", between(1, 64), 8)
  .parse()
  .opts<Bounds>();

const profiled = [
  ["answers kept", {}],
  ["rows shared, answers not kept", { KEPT_ANSWERS_BYTES: "1" }],
] as const;

const started = performance.now();
const tell = (what: string) => console.log(`${Math.round((performance.now() - started) / 1000)} s: ${what}`);
const folder = await mkdtemp(join(tmpdir(), "cdsf-hub-bench-"));
await chmod(folder, 0o711); // PostgreSQL has an account of its own where this is root
tell("starts");
const starts = await timeStarts(folder);
const database = await openSample(folder);
const machine = await describeMachine(database.version);
const loader = new Loader();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => close().then(() => process.exit(130)));

try {
  tell("import");
  const imported = await importAgainstCopy(database.url);
  tell("systems");
  const systems = await startSystems(database.url);
  const { warm, cold, single, small, crowded } = await casesOf(systems);
  const measured = [];
  for (const [name, cases, rounds] of [
    ["loads", warm, bounds.rounds],
    ["cold loads", cold, bounds.rounds],
    ["single cold requests", single, bounds.rounds * 3],
  ] as const) {
    tell(name);
    measured.push(...(await measure(cases, database, loader, { ...bounds, rounds })));
  }
  tell("beside the view of all departments");
  const neighbours = await besideEverything(crowded, small, loader, bounds.seconds * 3);
  tell("profiles");
  const profiles = [];
  for (const [title, limits] of profiled)
    profiles.push({ title, shares: await profileHub({ DATABASE_URL: database.url, ...limits }, view, loader, bounds) });
  const results = render({ machine, bounds, measured, neighbours, imported, starts, profiles });
  const file = fileURLToPath(new URL("RESULTS.md", import.meta.url));
  await writeFile(file, results);
  console.log(`\n${results}`);
  tell(file);
} finally {
  await close();
}

async function close(): Promise<void> {
  loader.stop();
  await Running.stopAll();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

function between(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  };
}
