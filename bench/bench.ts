import "reflect-metadata";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { createSample } from "./database.ts";
import { Loader } from "./loader.ts";
import { describeMachine } from "./machine.ts";
import { type Bounds, measure } from "./measure.ts";
import { operations } from "./operations.ts";
import { profileHub } from "./profile.ts";
import { render } from "./results.ts";
import { Running } from "./running.ts";
import { startSystems } from "./systems.ts";

/** `npm run bench`: see README.md. */
const bounds = new Command()
  .name("npm run bench --")
  .option("--rounds <n>", "rounds that count", between(1, 50), 5)
  .option("--seconds <n>", "of each system and operation in a round", between(1, 30), 3)
  .option("--connections <n>", "requests under way at once", between(1, 64), 8)
  .parse()
  .opts<Bounds>();

const started = performance.now();
const database = await createSample(process.env.DATABASE_URL);
const machine = await describeMachine(database.version);
const loader = new Loader();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => close().then(() => process.exit(130)));

try {
  const systems = await startSystems(database.url);
  const measured = await measure(systems, operations, loader, bounds);
  const [view] = operations;
  const shares = await profileHub(database.url, view!, loader, bounds);
  const results = render({ machine, bounds, measured, systems, profile: { operation: view!.name, shares } });
  const file = fileURLToPath(new URL("RESULTS.md", import.meta.url));
  await writeFile(file, results);
  console.log(`\n${results}\n${file}, ${Math.round((performance.now() - started) / 1000)} s`);
} finally {
  await close();
}

async function close(): Promise<void> {
  loader.stop();
  await Running.stopAll();
  await database.drop();
}

function between(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  };
}
