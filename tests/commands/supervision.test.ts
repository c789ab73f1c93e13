import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Command, startCommand } from "../command.ts";
import { copyOfSample } from "../hub.ts";
import { childrenOf, isRunning, processesOf } from "../processes.ts";

let folder: string;
let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-supervision-"));
  await chmod(folder, 0o755);
  database = await copyOfSample();
});
afterAll(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const served = (command: Command) =>
  [...command.stdout().matchAll(/^(?:Le hub|Passerelle|Sous-graphe).* : (http:\/\/[\d.]+:\d+)/gm)].map(([, address]) => address!);

/** Waits until it has served this many times. @returns where it serves now. */
async function servesAgain(command: Command, times: number): Promise<string> {
  await vi.waitUntil(() => served(command).length >= times, { timeout: 60_000, interval: 50 });
  return served(command).at(-1)!;
}

/** The process that serves, below the one that was started. */
async function program({ pid }: Command): Promise<number> {
  const [serving] = await childrenOf(pid);
  return serving!;
}

const isReady = async (address: string) => (await fetch(`${address}/health/ready`)).status === 200;

describe.skipIf(process.platform !== "linux")("what serves is started again:", () => {
  test.each<[string, string, string[]]>([
    ["the hub", "commands/start.ts", []],
    ["the gateway", "commands/gateway.ts", ["--port", "0"]],
    ["a subgraph", "commands/subgraph.ts", ["msa"]],
  ])("%s, with a line that says what ended it, and no orphan of a stop", async (_, file, args) => {
    await using command = startCommand(file, args, { PORT: "0", DATABASE_URL: database.url, DATA_FOLDER: join(folder, "keys") });
    await servesAgain(command, 1);
    process.kill(await program(command), "SIGABRT");
    expect(await isReady(await servesAgain(command, 2))).toBe(true);
    process.kill(await program(command), "SIGKILL");
    expect(await isReady(await servesAgain(command, 3))).toBe(true);
    const last = await program(command);
    command.kill("SIGTERM");
    expect(await command.ended).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^Le serveur s'est arrêté \(signal SIGABRT, .*\) : il redémarre\.\nLe serveur s'est arrêté \(signal SIGKILL, .*\) : il redémarre dans 1 s\.\n$/,
      ),
    });
    expect(await isRunning(last)).toBe(false);
  });

  test("but not where it cannot be: it gives up, and waits longer and longer before", async () => {
    const file = join(folder, "never.mjs");
    await writeFile(file, 'console.log("tried"); process.exit(3);');
    const { code, stdout, stderr } = await promisify(execFile)("node_modules/.bin/node", ["commands/process/supervise.ts", file]).catch(
      (error) => error,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "tried\n".repeat(5) });
    expect(stderr).toBe(
      ["redémarre.", "redémarre dans 1 s.", "redémarre dans 2 s.", "redémarre dans 4 s."]
        .map((then) => `Le serveur s'est arrêté (code de sortie 3) : il ${then}\n`)
        .join("")
        .concat("Le serveur s'est arrêté (code de sortie 3) : 5 démarrages de suite ont échoué, il n'est plus relancé.\n"),
    );
  });
});

describe.skipIf(process.platform !== "linux")("nothing is left:", () => {
  const embedded = async (name: string) => {
    const home = join(folder, name);
    await mkdir(home, { mode: 0o755 });
    return { home, start: () => startCommand("commands/start.ts", [], { PORT: "0", DATA_FOLDER: home, SAMPLE_DATA: "false" }) };
  };

  test("kill -9 of the supervisor alone stops what it started, PostgreSQL too, and the next start works", {
    timeout: 120_000,
  }, async () => {
    const { home, start } = await embedded("alone");
    await using first = start();
    await first.address();
    const serving = await program(first);
    first.kill("SIGKILL");
    await first.ended;
    await expect.poll(() => processesOf(home), { timeout: 20_000 }).toEqual([]);
    expect(await isRunning(serving)).toBe(false);

    await using second = start();
    expect(await isReady(await second.address())).toBe(true);
    second.killAll("SIGTERM");
    expect(await second.ended).toMatchObject({ code: 0, stderr: "" });
    expect(await processesOf(home)).toEqual([]);
  });

  test("a stop while PostgreSQL is being made waits for it and stops it", { timeout: 120_000 }, async () => {
    const { home, start } = await embedded("early");
    await using command = start();
    const made = () => readdir(join(home, "postgres")).catch(() => []);
    await expect.poll(made, { timeout: 60_000, interval: 10 }).toContainEqual(expect.stringMatching(/^cluster/));
    command.kill("SIGTERM");
    expect(await command.ended).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(await processesOf(home)).toEqual([]);
  });
});

test.each(["SIGINT", "SIGTERM"] as const)("a second %s ends it at once, with exit code 1", async (signal) => {
  await using hub = startCommand("commands/start.ts", [], { PORT: "0", DATABASE_URL: database.url, DATA_FOLDER: join(folder, "keys") });
  const address = await hub.address();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("begin; lock table territories.territory in access exclusive mode");
  try {
    const body = JSON.stringify({ query: '{ department: territory(level: DEPARTMENT, code: "52") { name } }' });
    const inFlight = fetch(`${address}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    const cut = expect(inFlight).rejects.toThrow();
    await expect.poll(async () => (await client.query("select from pg_locks where not granted")).rowCount, { timeout: 10_000 }).toBe(1);
    let ended = false;
    hub.ended.then(() => {
      ended = true;
    });
    const started = performance.now();
    await vi.waitUntil(() => hub.killAll(signal) ?? ended, { timeout: 10_000, interval: 100 });
    expect(await hub.ended).toMatchObject({ code: 1, stderr: "" });
    expect(performance.now() - started).toBeLessThan(5_000);
    await cut;
  } finally {
    await client.end();
  }
});
