import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { sampleFiles } from "../../foundation/imports/sample.ts";
import { cdsfView } from "../cdsf-view.ts";
import { type Command, startCommand } from "../command.ts";
import { copyOfSample, emptyDatabase } from "../hub.ts";
import { processesOf } from "../processes.ts";

const start = (env: Record<string, string>) =>
  startCommand("commands/start.ts", [], { PORT: "0", DATA_FOLDER: join(tmpdir(), "hub-unused"), ...env });

/** Nothing is said but one French sentence, on stderr, and the exit code is 1. */
async function expectRefusal(env: Record<string, string>, sentence: RegExp) {
  await using command = start(env);
  const { code, stdout, stderr } = await command.ended;
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .+:\d+|node_modules|Error:/);
  expect(stdout).toBe("");
  expect(code).toBe(1);
}

/** A server on a free port of this machine that does this with each connection. */
async function listening(
  onConnection: (socket: Socket) => void,
): Promise<Server & { port: number; [Symbol.asyncDispose](): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    onConnection(socket);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(server, {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  });
}

/** What PostgreSQL sends when it refuses: FATAL and a code. */
function refusal(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0Msomething in English\0\0`);
  const head = Buffer.from("E\0\0\0\0");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

describe("one sentence and exit code 1:", () => {
  test("the port is taken", async () => {
    await using server = await listening(() => {});
    await expectRefusal(
      { PORT: String(server.port) },
      new RegExp(`^Le port ${server.port} est déjà pris sur 127.0.0.1 : choisissez-en un autre`),
    );
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["the port is no number", { PORT: "abc" }, /^Configuration : PORT : /],
    ["the port is out of range", { PORT: "70000" }, /^Configuration : PORT : /],
    ["this machine has no such address", { HOST: "192.0.2.1", PORT: "4999" }, /^Cette machine n'a pas l'adresse 192.0.2.1/],
    ["any site may call the graph", { CORS_ORIGINS: "*" }, /^Configuration : CORS_ORIGINS : attendu des origines/],
    ["a page from nowhere may call the graph", { CORS_ORIGINS: "null" }, /^Configuration : CORS_ORIGINS : /],
    ["production is misspelt", { NODE_ENV: "Production" }, /^Configuration : NODE_ENV : .*production/],
    [
      "the reader has a base and the owner none",
      { READER_DATABASE_URL: "postgresql://web@h/b" },
      /^Configuration : READER_DATABASE_URL : elle accompagne DATABASE_URL/,
    ],
    ["a subgraph's URL is none", { SUBGRAPH_URLS: "pmi=nowhere" }, /^Configuration : SUBGRAPH_URLS : « pmi=nowhere » : attendu nom=http/],
    ["a subgraph's URL has no name", { SUBGRAPH_URLS: "http://pmi:4000/graphql" }, /^Configuration : SUBGRAPH_URLS : /],
    ["a subgraph's URL is not HTTP", { SUBGRAPH_URLS: "pmi=ftp://pmi/graphql" }, /^Configuration : SUBGRAPH_URLS : /],
    [
      "no subgraph has this name",
      { SUBGRAPH_URLS: "pim=http://pmi:4000/graphql" },
      /^Sous-graphe inconnu « pim » : choisissez parmi territories, cdsf/,
    ],
    [
      "an issuer has no keys",
      { TOKEN_ISSUERS: "https://issuer.example" },
      /^Configuration : TOKEN_ISSUERS : « https:\/\/issuer.example » : attendu/,
    ],
    [
      "the gateway's key is none",
      { GATEWAY_KEY: '{"kty":"oct","k":"s3cret"}' },
      /^Configuration : GATEWAY_KEY : attendu une clé privée Ed25519/,
    ],
    ["the gateway's keys are none", { GATEWAY_JWKS: "gateway:4000" }, /^Configuration : GATEWAY_JWKS : attendu l'adresse d'un JWKS/],
    ["a setting is neither true nor false", { SAMPLE_DATA: "yes" }, /^Configuration : SAMPLE_DATA : /],
    ["DATABASE_URL is no URL", { DATABASE_URL: "hub on 5432" }, /^DATABASE_URL doit avoir la forme postgresql:\/\/.* n'est pas une URL/],
    [
      "DATABASE_URL is of another kind",
      { DATABASE_URL: "mysql://localhost/hub" },
      /^DATABASE_URL doit avoir la forme postgresql:.* « mysql:\/\/ »/,
    ],
    [
      "DATABASE_URL names no database",
      { DATABASE_URL: "postgresql://localhost:5432" },
      /^DATABASE_URL doit avoir la forme .* il manque le nom de la base/,
    ],
    [
      "DATABASE_URL names an unknown machine",
      { DATABASE_URL: "postgresql://u:s3cret@no-such-machine.invalid/hub" },
      /^Base de données no-such-machine.invalid\/hub : ce nom de machine/,
    ],
  ])("%s", (_, env, sentence) => expectRefusal(env, sentence));

  test("of several faults, each is a line", async () => {
    await using command = start({ PORT: "abc", LOG_LEVEL: "loud", MAX_COST: "0" });
    const { code, stdout, stderr } = await command.ended;
    expect(stderr.trimEnd().split("\n").toSorted()).toEqual([
      expect.stringMatching(/^Configuration : LOG_LEVEL : attendu l'un de fatal/),
      expect.stringMatching(/^Configuration : MAX_COST : attendu un nombre entier/),
      expect.stringMatching(/^Configuration : PORT : attendu un nombre entier de 0 à 65535/),
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  test("nothing listens where DATABASE_URL points", async () => {
    const { port } = await (async () => {
      await using server = await listening(() => {});
      return server;
    })();
    await expectRefusal(
      { DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${port}/hub` },
      /^Base de données 127.0.0.1:\d+\/hub : aucun serveur PostgreSQL n'y répond/,
    );
  });

  test("the database does not exist", async () => {
    const url = new URL(inject("serverUrl"));
    url.pathname = "/no_such_database";
    await expectRefusal({ DATABASE_URL: url.href }, /^Base de données .*\/no_such_database : cette base n'existe pas/);
  });

  test("the server accepts the connection and never answers", async () => {
    await using server = await listening(() => {});
    await expectRefusal(
      { DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${server.port}/hub` },
      /^Base de données 127.0.0.1:\d+\/hub : le serveur ne répond pas/,
    );
  });

  test.each([
    ["28P01", /le mot de passe est refusé/],
    ["28000", /cet utilisateur est refusé/],
    ["53300", /n'accepte plus de connexions/],
    ["57P03", /démarre encore/],
  ])("the server refuses with %s", async (code, sentence) => {
    await using server = await listening((socket) => socket.once("data", () => socket.end(refusal(code))));
    await expectRefusal({ DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${server.port}/hub` }, sentence);
  });

  test("what listens there is no PostgreSQL", async () => {
    await using server = await listening((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
    await expectRefusal({ DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${server.port}/hub` }, /^Base de données 127.0.0.1:\d+\/hub : /);
  });
});

async function ask(
  address: string,
  query: string,
  variables: object = {},
): Promise<{ status: number; text: string; data: any; errors?: any[] }> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, text, ...JSON.parse(text) };
}

const askView = (address: string) => ask(address, cdsfView, { department: "52", year: 2025 });

describe("on a server of one's own", () => {
  test("an empty database is loaded once, with its progress; the next start loads nothing", async () => {
    await using database = disposable(await emptyDatabase());
    await using first = start({ DATABASE_URL: database.url });
    const before = await askView(await first.address());
    expect(before.errors).toBeUndefined();
    expect(before.data.committee.indicators).toHaveLength(72);
    expect(first.stdout()).toMatch(/Chargement de .*\.csv/);
    await expect.poll(first.stdout).toMatch(/Le hub est prêt en .* : http:\/\/127\.0\.0\.1:\d+\n/);
    first.kill("SIGTERM");
    expect(await first.ended).toMatchObject({ code: 0 });

    await using second = start({ DATABASE_URL: database.url });
    expect((await askView(await second.address())).text).toBe(before.text);
    expect(second.stdout()).not.toContain("Chargement");
    second.kill("SIGINT");
    expect(await second.ended).toMatchObject({ code: 0, stderr: "" });
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

  test("stopped while it loads, it leaves whole files only; the next start loads the others", async () => {
    await using database = disposable(await emptyDatabase());
    await using first = start({ DATABASE_URL: database.url });
    await expect.poll(() => first.stdout(), { timeout: 30_000, interval: 10 }).toMatch(/(Chargement de .*\n){3}/);
    first.kill("SIGTERM");
    const { code, stdout, stderr } = await first.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });

    await using second = start({ DATABASE_URL: database.url });
    const { data } = await askView(await second.address());
    expect(data.committee.indicators).toHaveLength(72);
    const loadedBy = (said: string) => said.match(/Chargement de .*/g)!.length;
    const twice = loadedBy(stdout) + loadedBy(second.stdout()) - (await sampleFiles()).length;
    expect([0, 1]).toContain(twice); // the file that it was at
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
    await client.query("begin; lock table territories.department in access exclusive mode");
    const inFlight = ask(address, '{ department(code: "52") { name } }');
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
    expect(line).toMatchObject({ status: 200, ms: expect.any(Number), calls: { cdsf: 2 } });
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
      await expectRefusal({ DATABASE_URL: url.href }, /cet utilisateur n'a pas le droit d'y créer les schémas du hub/);
    } finally {
      await client.query(`drop role ${role}`);
    }
  });
});

function disposable<T extends { drop(): Promise<void> }>(database: T): T & AsyncDisposable {
  return Object.assign(database, { [Symbol.asyncDispose]: () => database.drop() });
}

async function connected(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

describe.skipIf(process.platform !== "linux")("with its own PostgreSQL", () => {
  let folder: string;
  const embedded = (env: Record<string, string> = {}) => start({ DATA_FOLDER: folder, ...env });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hub-start-"));
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    for (const id of await processesOf(folder)) process.kill(Number(id), "SIGKILL");
    await vi.waitFor(async () => expect(await processesOf(folder)).toEqual([]), { timeout: 10_000 });
    await rm(folder, { recursive: true, force: true });
  });

  test("the first start loads it, kill -9 at any moment loses nothing, and SIGTERM leaves no process behind", {
    timeout: 180_000,
  }, async () => {
    await using first = embedded();
    const before = await askView(await first.address());
    expect(before.errors).toBeUndefined();
    first.killAll("SIGKILL");
    await first.ended;
    expect(await processesOf(folder)).not.toEqual([]); // its PostgreSQL is still there

    await using second = embedded();
    expect((await askView(await second.address())).text).toBe(before.text);
    expect(second.stdout()).not.toContain("Chargement");
    second.killAll("SIGKILL");
    await second.ended;
    for (const id of await processesOf(folder)) process.kill(Number(id), "SIGKILL");
    await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([]);

    await using third = embedded();
    expect((await askView(await third.address())).text).toBe(before.text);
    expect(third.stdout()).not.toContain("Chargement");
    third.kill("SIGTERM");
    expect(await third.ended).toMatchObject({ code: 0 });
    expect(await processesOf(folder)).toEqual([]);
  });

  test("a second hub in the same folder is refused and leaves the first running", { timeout: 120_000 }, async () => {
    await using first = embedded({ SAMPLE_DATA: "false" });
    const address = await first.address();
    await expectRefusal({ DATA_FOLDER: folder }, /^Un hub tourne déjà dans ce dossier/);
    expect(await ask(address, "{ regions { code } }")).toMatchObject({ status: 200, data: { regions: expect.any(Array) } });
    first.kill("SIGTERM");
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await processesOf(folder)).toEqual([]);
  });

  test.runIf(process.getuid?.() === 0)(
    "root may keep its files below a folder that is closed to others",
    { timeout: 120_000 },
    async () => {
      const closed = await mkdtemp(join(tmpdir(), "hub-closed-"));
      await chmod(closed, 0o700);
      let elsewhere = closed;
      try {
        await using hub = embedded({ DATA_FOLDER: join(closed, "data"), SAMPLE_DATA: "false" });
        expect(await ask(await hub.address(), "{ regions { code } }")).toMatchObject({ status: 200 });
        elsewhere = (await readFile(join(closed, "data/postgres-is-elsewhere.txt"), "utf8")).trim();
        expect(elsewhere).toMatch(/^\/var\/lib\/cdsf-hub\//);
        hub.kill("SIGTERM");
        expect(await hub.ended).toMatchObject({ code: 0 });
        expect(await processesOf(elsewhere)).toEqual([]);
      } finally {
        await rm(elsewhere, { recursive: true, force: true });
        await rm(closed, { recursive: true, force: true });
      }
    },
  );
});
