import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { labelOf, sampleFiles } from "../../foundation/imports/sample-files.ts";
import { ask } from "../ask.ts";
import { cdsfView } from "../cdsf-view.ts";
import { type Command, startCommand } from "../command.ts";
import { copyOfSample, emptyDatabase } from "../hub.ts";
import { childrenOf } from "../processes.ts";
import { expectRefusal } from "../refusal.ts";

const start = (env: Record<string, string>) =>
  startCommand("commands/start.ts", [], { PORT: "0", DATA_FOLDER: join(tmpdir(), "hub-unused"), ...env });

const askView = (address: string) => ask(address, cdsfView, { department: "52", year: 2025 });

describe("on a server of one's own", () => {
  test("stopped while it loads, it leaves whole files only; the next start loads the others, answers while the largest still come, and says which; the one after loads nothing", async () => {
    await using database = disposable(await emptyDatabase());
    await using first = start({ DATABASE_URL: database.url });
    await expect.poll(() => first.stdout(), { timeout: 90_000, interval: 10 }).toMatch(/(Chargement de .*\n){3}/);
    first.kill("SIGTERM");
    const { code, stderr } = await first.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const missing = (await sampleFiles()).length - (await wholeFiles(database.url));

    await using second = start({ DATABASE_URL: database.url });
    const address = await second.address();
    const health = () => fetch(`${address}/health/ready`);
    const early = await health();
    const behind = (await sampleFiles(["behind"])).map(labelOf);
    const { status, loading } = (await early.json()) as { status: string; loading: string[] };
    expect(status).toBe("ready");
    expect(loading.length).toBeGreaterThan(0);
    expect(behind).toEqual(expect.arrayContaining(loading));
    expect(Number(early.headers.get("x-loading"))).toBe(loading.length);
    const { data } = await ask(address, '{ committee(department: "52") { department { name } } }');
    expect(data.committee.department.name).toBe("Haute-Marne");
    await second.loaded();
    const late = await health();
    expect([await late.json(), late.headers.get("x-loading")]).toEqual([{ status: "ready", loading: [] }, null]);
    const before = await askView(address);
    expect(before.errors).toBeUndefined();
    expect(before.data.committee.department.values).toHaveLength(88);
    expect(second.stdout()).toMatch(/Le hub est prêt en .* : http:\/\/127\.0\.0\.1:\d+\n\d+ fichiers se chargent encore/);
    const loaded = second.stdout().match(/Chargement de .*/g)!.length;
    expect(loaded).toBeLessThanOrEqual(missing);
    expect(loaded).toBeGreaterThanOrEqual(missing - 3); // those whose commit PostgreSQL had heard of
    expect(await wholeFiles(database.url)).toBe((await sampleFiles()).length);
    second.kill("SIGTERM");
    expect(await second.ended).toMatchObject({ code: 0 });

    await using third = start({ DATABASE_URL: database.url });
    expect((await askView(await third.address())).text).toBe(before.text);
    expect(third.stdout()).not.toContain("Chargement");
    third.kill("SIGINT");
    expect(await third.ended).toMatchObject({ code: 0, stderr: "" });
  });

  test("the example that it prints works when pasted", async () => {
    await using database = disposable(await copyOfSample());
    await using hub = start({ DATABASE_URL: database.url });
    await hub.address();
    await expect.poll(() => hub.stdout()).toMatch(/curl .+\n\n/s);
    const [example] = /curl .+?'\n/s.exec(hub.stdout().replaceAll("\\\n", ""))!;
    const { stdout } = await promisify(execFile)("sh", ["-c", example]);
    expect(JSON.parse(stdout).data.committee.department.name).toBe("Haute-Marne");
  });

  test("the process that prepares the base is killed: one sentence, exit code 1, and the next start goes on", async () => {
    await using database = disposable(await emptyDatabase());
    await using first = start({ DATABASE_URL: database.url });
    await expect.poll(() => first.stdout(), { timeout: 60_000, interval: 10 }).toMatch(/(Chargement de .*\n){2}/);
    const [preparer] = await childrenOf(first.pid).then(([hub]) => childrenOf(hub!));
    process.kill(preparer!, "SIGKILL");
    expect(await first.ended).toMatchObject({
      code: 1,
      stderr: "La préparation de la base s'est arrêtée (signal SIGKILL) : recommencez, rien n'est perdu.\n",
    });
    await using second = start({ DATABASE_URL: database.url, SAMPLE_DATA: "false" });
    expect((await ask(await second.address(), "{ territories(level: REGION, first: 1) { totalCount } }")).errors).toBeUndefined();
  });

  test.each<[string, (hub: Command) => void]>([
    ["SIGTERM", (hub) => hub.kill("SIGTERM")],
    [
      "a Ctrl-C that the terminal sends to all and npm once more",
      (hub) => {
        hub.killAll("SIGINT");
        hub.kill("SIGINT");
      },
    ],
  ])("%s lets what is in flight finish, and refuses what comes after", async (_, stop) => {
    await using database = disposable(await copyOfSample());
    await using hub = start({ DATABASE_URL: database.url });
    const address = await hub.address();
    await using client = await connected(database.url);
    await using watcher = await connected(database.url); // within a transaction the statistics stand still
    await client.query("begin; lock table territories.territory in access exclusive mode");
    const inFlight = ask(address, '{ department: territory(level: DEPARTMENT, code: "52") { name } }');
    await expect
      .poll(
        async () =>
          (await watcher.query("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rowCount,
        { timeout: 10_000 },
      )
      .toBe(1);

    stop(hub);
    await expect
      .poll(
        () =>
          ask(address, "{ __typename }").then(
            ({ status }) => status,
            () => "refused",
          ),
        { timeout: 5000 },
      )
      .not.toBe(200);
    await client.query("rollback");
    expect(await inFlight).toMatchObject({ status: 200, data: { department: { name: "Haute-Marne" } } });
    const finished = performance.now();
    expect(await hub.ended).toMatchObject({ code: 0, stderr: "" });
    expect(performance.now() - finished).toBeLessThan(3000);
  });

  test("it prints JSON lines where nobody reads a terminal", async () => {
    await using database = disposable(await copyOfSample());
    await using hub = start({ DATABASE_URL: database.url });
    await askView(await hub.address());
    await expect.poll(() => hub.stdout()).toMatch(/"msg":"request"/);
    const line = JSON.parse(
      hub
        .stdout()
        .split("\n")
        .find((text) => text.includes('"msg":"request"'))!,
    );
    expect(line).toMatchObject({ status: 200, ms: expect.any(Number), calls: { cdsf: 1, indicators: 1 } });
  });

  test("a database that the hub may not write to is one sentence", async () => {
    await using database = disposable(await emptyDatabase());
    await using client = await connected(database.url);
    const role = `reader_${crypto.randomUUID().slice(0, 8)}`;
    await client.query(`create role ${role} login password 'p'`);
    try {
      const url = new URL(database.url);
      url.username = role;
      url.password = "p";
      await expectRefusal(start({ DATABASE_URL: url.href }), /cet utilisateur n'a pas le droit d'y créer les schémas du hub/);
    } finally {
      await client.query(`drop role ${role}`);
    }
  });
});

/** How many files the subgraphs hold, in those of their schemas that are there. */
async function wholeFiles(url: string): Promise<number> {
  await using client = await connected(url);
  const { rows } = await client.query("select table_schema as name from information_schema.tables where table_name = 'imported_file'");
  const counts = rows.map(({ name }) => `select count(*)::int as n from ${name}.imported_file`);
  return (await client.query(`select coalesce(sum(n), 0)::int as n from (${counts.join(" union all ")}) c`)).rows[0].n;
}

function disposable<T extends { drop(): Promise<void> }>(database: T): T & AsyncDisposable {
  return Object.assign(database, { [Symbol.asyncDispose]: () => database.drop() });
}

async function connected(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
