import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData } from "../../foundation/rights/rights.ts";
import { subgraphs } from "../../subgraphs/subgraphs.ts";
import { cdsfView } from "../cdsf-view.ts";
import { startCommand } from "../command.ts";
import { gatewayJwks, signCall } from "../gateway-key.ts";
import { copyOfSample, emptyDatabase, startHub } from "../hub.ts";
import { expectRefusal } from "../refusal.ts";

const serve = (name: string, env: Record<string, string>) =>
  startCommand("commands/subgraph.ts", [name], {
    PORT: "0",
    DATA_FOLDER: join(tmpdir(), "hub-unused"),
    GATEWAY_JWKS: JSON.stringify(gatewayJwks),
    ...env,
  });

/** Asks as the gateway does. */
async function ask(name: string, address: string, query: string): Promise<{ status: number; data: any; errors?: any[] }> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await signCall(name, openData)}` },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as { data: any }) };
}

let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  database = await copyOfSample();
});
afterAll(() => database?.drop());

test.each(subgraphs)("npm run subgraph -- $name serves its own SDL, health, and stops with exit code 0", async ({ name, load }) => {
  await using command = serve(name, { DATABASE_URL: database.url });
  const address = await command.address();
  await expect.poll(command.stdout).toContain(`Sous-graphe ${name} : ${address}/graphql`);
  const { data } = await ask(name, address, "{ _service { sdl } }");
  expect(data._service.sdl.length).toBeGreaterThan(1000);
  expect(data._service.sdl).toContain(/type (\w+Connection|Source|Observation|Habilitation) /.exec((await load()).sdl)![0]);
  expect((await fetch(`${address}/health/live`)).status).toBe(200);
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  command.kill("SIGTERM");
  expect(await command.ended).toMatchObject({ code: 0, stderr: "" });
});

test("pmi and caf as processes of their own give the hub's answer, byte for byte, and cost their own fields when they stop", async () => {
  await using inProcess = await startHub({ databaseUrl: database.url });
  await using pmi = serve("pmi", { DATABASE_URL: database.url });
  await using caf = serve("caf", { DATABASE_URL: database.url });
  await using hub = await startHub({
    databaseUrl: database.url,
    urls: { pmi: `${await pmi.address()}/graphql`, caf: `${await caf.address()}/graphql` },
  });
  const variables = { department: "ZZ", year: 2025 };
  const expected = await inProcess.query(cdsfView, variables);
  expect(expected.errors).toBeUndefined();
  expect((await hub.query(cdsfView, variables)).data).toEqual(expected.data);

  pmi.killAll("SIGKILL");
  await pmi.ended;
  const { data, errors } = await hub.query(cdsfView, variables);
  expect(data.committee.inspectionPlan).toBeNull();
  expect(data.committee.department).toEqual(expected.data.committee.department);
  for (const { extensions } of errors!) expect(extensions).toEqual({ code: "SOURCE_UNAVAILABLE", source: "pmi" });
});

test("an empty database receives this subgraph's files and the register, and no other subgraph's schema", async () => {
  const empty = await emptyDatabase();
  try {
    await using command = serve("msa", { DATABASE_URL: empty.url });
    const { data, errors } = await ask(
      "msa",
      await command.address(),
      '{ ruralProgramme(id: "none") { id } _entities(representations: [{ __typename: "Territory", id: "DEPARTMENT:ZZ" }]) { ... on Territory { ruralProgrammes(first: 1) { totalCount } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data._entities[0].ruralProgrammes.totalCount).toBeGreaterThan(0);
    const client = new pg.Client({ connectionString: empty.url });
    await client.connect();
    const { rows } = await client.query("select nspname from pg_namespace where nspname !~ '^pg_|^information_schema$|^public$'");
    const numbers = await client.query(
      "select count(*)::int as count from indicators.observation where measure in (select code from indicators.indicator where producer = 'MSA')",
    );
    await client.end();
    expect(numbers.rows[0].count).toBeGreaterThan(0);
    expect(rows.map(({ nspname }) => nspname).toSorted()).toEqual(["cdsf_hub", "indicators", "indicators_journal", "msa", "msa_journal"]);
    command.kill("SIGTERM");
    expect((await command.ended).code).toBe(0);
  } finally {
    await empty.drop();
  }
});

test("two that start at once on an empty base both serve: its schema is made once", async () => {
  const empty = await emptyDatabase();
  try {
    await using first = serve("pmi", { DATABASE_URL: empty.url, SAMPLE_DATA: "false" });
    await using second = serve("pmi", { DATABASE_URL: empty.url, SAMPLE_DATA: "false" });
    for (const address of await Promise.all([first.address(), second.address()]))
      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  } finally {
    await empty.drop();
  }
});

test("an error of its own database holds no SQL and no stack", async () => {
  const copy = await copyOfSample();
  try {
    await using command = serve("msa", { DATABASE_URL: copy.url });
    const address = await command.address();
    const client = new pg.Client({ connectionString: copy.url });
    await client.connect();
    await client.query("drop table msa.rural_programme cascade");
    await client.end();
    const { data, errors } = await ask("msa", address, '{ ruralProgramme(id: "x") { id } }');
    expect(data).toEqual({ ruralProgramme: null });
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^Une erreur interne est survenue/),
        path: ["ruralProgramme"],
        extensions: { code: "INTERNAL_ERROR" },
      },
    ]);
    await expect.poll(() => command.stdout()).toMatch(/"level":50.*rural_programme/);
  } finally {
    await copy.drop();
  }
});

test("two subgraphs in one folder share its PostgreSQL; the last to stop stops it", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "hub-subgraphs-"));
  await chmod(folder, 0o755);
  try {
    await using msa = serve("msa", { DATA_FOLDER: folder, SAMPLE_DATA: "false" });
    await msa.address();
    await using pmi = serve("pmi", { DATA_FOLDER: folder, SAMPLE_DATA: "false" });
    const address = await pmi.address();
    msa.kill("SIGTERM");
    expect((await msa.ended).code).toBe(0);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    pmi.kill("SIGTERM");
    expect((await pmi.ended).code).toBe(0);
    await using again = serve("msa", { DATA_FOLDER: folder, SAMPLE_DATA: "false" });
    expect(await ask("msa", await again.address(), "{ __typename }")).toMatchObject({ status: 200, data: { __typename: "Query" } });
    again.kill("SIGTERM");
    expect((await again.ended).code).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("stopped while it loads its files, it leaves no PostgreSQL behind", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "hub-subgraphs-"));
  await chmod(folder, 0o755);
  try {
    await using command = serve("territories", { DATA_FOLDER: folder });
    await expect.poll(command.stdout, { timeout: 60_000, interval: 10 }).toMatch(/Chargement de .*communes/);
    command.kill("SIGTERM");
    expect(await command.ended).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, "postgres/cluster-17"))).not.toContain("postmaster.pid");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test.each<[string, string[], Record<string, string>, RegExp]>([
  ["no name", [], {}, /^Il manque l'argument <sous-graphe>/],
  ["two names", ["pmi", "caf"], {}, /^Il y a un argument de trop/],
  [
    "an unknown name",
    ["pim"],
    {},
    /^Sous-graphe inconnu « pim » : choisissez parmi indicators, france-travail, territories, cdsf, caf, pmi, msa/,
  ],
  [
    "a database that is not there",
    ["pmi"],
    { DATABASE_URL: "postgresql://u:s3cret@no-such-machine.invalid/hub" },
    /^Base de données no-such-machine.invalid\/hub : ce nom de machine/,
  ],
  ["a port that is no number", ["pmi"], { PORT: "abc" }, /^Configuration : PORT : /],
])("%s is one sentence and exit code 1", (_, args, env, sentence) =>
  expectRefusal(startCommand("commands/subgraph.ts", args, { PORT: "0", DATA_FOLDER: join(tmpdir(), "hub-unused"), ...env }), sentence),
);

test("--help is French, and exit code 0", async () => {
  await using command = startCommand("commands/subgraph.ts", ["--help"]);
  expect(await command.ended).toMatchObject({
    code: 0,
    stderr: "",
    stdout: `Usage : npm run subgraph -- [options] <sous-graphe>

Arguments :
  sous-graphe  indicators, france-travail, territories, cdsf, caf, pmi, msa,
               access

Options :
  -h, --help   afficher cette aide
`,
  });
});
