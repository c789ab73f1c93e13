import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openReaderDatabase, openSubgraph } from "../../../../foundation/graph/open-subgraph.ts";
import { listed } from "../../../../subgraphs/subgraphs.ts";
import { at } from "../../../clock.ts";
import { copyOfSample, type Hub, startHub } from "../../../hub.ts";
import { importRows } from "../../../import-into.ts";

/** What has changed is seen: soon where PostgreSQL tells it, within a second where it does not. */

const oneSecond = 1_000;
/** So long that nothing but a notification brings what is new. */
const longMs = 3_600_000;

let database: Awaited<ReturnType<typeof copyOfSample>>;
let owner: pg.Client;
beforeAll(async () => {
  database = await copyOfSample();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

let name: string;
beforeEach(() => {
  name = `Instance ${crypto.randomUUID()}`;
});

const body = (cells: object = {}) => ({
  departement: "ZZ",
  code: "fraiche",
  libelle: name,
  nature: "",
  pilotage: "",
  membres: "",
  periodicite: "",
  categorie: "PLENARY",
  role: "",
  ...cells,
});
const importBody = (cells?: object, dryRun?: boolean) =>
  importRows(database.url, ["cdsf", "committee-bodies"], [body(cells)] as Record<string, string>[], dryRun);
const question = '{ committee(department: "ZZ") { bodies { name } } }';

async function names(hub: Hub): Promise<string[]> {
  const { data, errors } = await hub.query(question);
  expect(errors).toBeUndefined();
  return data.committee.bodies.map((row: { name: string }) => row.name);
}

/** The version of the data of a subgraph. */
async function version(subgraph = "cdsf"): Promise<string> {
  return (await owner.query("select version from cdsf_hub.data_version where subgraph = $1", [subgraph])).rows[0].version;
}

const isListening =
  "select pid from pg_stat_activity where datname = current_database() and application_name = 'cdsf-hub/versions' and query ~* '^listen|data_version'";

test("an import from elsewhere is seen when PostgreSQL tells of it", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: longMs });
  expect(await names(hub)).not.toContain(name);
  await importBody();
  await expect.poll(() => names(hub), { interval: 5 }).toContain(name);
});

test("so is a mend by hand", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: longMs });
  await names(hub);
  await owner.query(
    "update cdsf.committee_body set name = $1 where id = (select min(id) from cdsf.committee_body where committee_id = 'ZZ')",
    [name],
  );
  await expect.poll(() => names(hub), { interval: 5 }).toContain(name);
});

test("numbers that a partner sends change the version of the register, which serves them, and not his own", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: longMs });
  const births = async () => {
    const { data } = await hub.query(
      '{ territory(level: DEPARTMENT, code: "ZZ") { values(indicators: ["A04"], years: [2009]) { observation { value } } } }',
    );
    return data.territory.values[0].observation.value;
  };
  expect(await births()).toBeNull();
  const before = [await version("cdsf"), await version("indicators")] as const;
  const line = { indicateur: "A04", niveau: "DEPARTMENT", territoire: "ZZ", annee: "2009", valeur: "1234", unite: "naissances" };
  const more = { statut: "PUBLISHED", numerateur: "", denominateur: "", millesime: "2009", remarque: "" };
  expect(await importRows(database.url, ["cdsf", "observations"], [{ ...line, ...more }])).toMatchObject({ written: true });
  expect(await version("cdsf")).toBe(before[0]);
  expect(Number(await version("indicators"))).toBeGreaterThan(Number(before[1]));
  await expect.poll(births, { interval: 5 }).toBe(1234);
});

test("without a notification it is seen within a second", async () => {
  const {
    rows: [{ definition }],
  } = await owner.query("select pg_get_functiondef('cdsf_hub.note_change'::regproc) as definition");
  await owner.query(definition.replace(/perform pg_notify.*;/, ""));
  await using hub = await startHub({ databaseUrl: database.url, trustMs: 500 });
  await names(hub);
  await importBody();
  const committed = performance.now();
  await expect.poll(() => names(hub), { interval: 5 }).toContain(name);
  expect(performance.now() - committed).toBeLessThan(oneSecond);
  await owner.query(definition);
});

test("where the connection that listens is cut it is seen within a second, and another listens again", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: 500 });
  await names(hub);
  const { rows: cut } = await owner.query(`select pid, pg_terminate_backend(pid) from (${isListening}) connection`);
  expect(cut).toHaveLength(1);
  await importBody();
  const committed = performance.now();
  await expect.poll(() => names(hub), { interval: 5 }).toContain(name);
  expect(performance.now() - committed).toBeLessThan(oneSecond);
  await expect.poll(async () => (await owner.query(isListening)).rows).toEqual([{ pid: expect.any(Number) }]);
  expect((await owner.query(isListening)).rows[0].pid).not.toBe(cut[0].pid);
  expect(hub.log.filter(({ level }) => level >= 40)).toEqual([]);
});

test("an import that is rolled back, a trial and a file that changes nothing change no version; one that is written does", async () => {
  await importBody();
  await using hub = await startHub({ databaseUrl: database.url, trustMs: longMs });
  const before = [await version(), await names(hub)];
  expect(await importBody({ code: "" })).toMatchObject({ written: false });
  expect(await importBody({ libelle: "Essai" }, true)).toMatchObject({ written: false });
  expect(await importBody()).toMatchObject({ written: true, unchanged: 1 });
  expect([await version(), await names(hub)]).toEqual(before);
  await importBody({ libelle: `${name} bis` });
  expect(Number(await version())).toBeGreaterThan(Number(before[0]));
  await expect.poll(() => names(hub), { interval: 5 }).toContain(`${name} bis`);
});

test("of two imports at once both are seen", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: longMs });
  await names(hub);
  const codes = ["une", "autre"];
  await Promise.all(codes.map((code) => importBody({ code, libelle: `${name} ${code}` })));
  await expect.poll(() => names(hub), { interval: 5 }).toEqual(expect.arrayContaining(codes.map((code) => `${name} ${code}`)));
});

test("a restored database, whose version is one that was before, has another after the next import", async () => {
  const before = await version();
  await importBody();
  const imported = await version();
  await owner.query("update cdsf_hub.data_version set version = $1 where subgraph = 'cdsf'", [before]);
  await importBody({ libelle: `${name} bis` });
  expect([before, imported]).not.toContain(await version());
});

test("at the midnight of any territory all is read anew", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: longMs });
  const reads = (instant: string) =>
    at(instant, async () => {
      hub.takeStatements();
      await names(hub);
      return hub.takeStatements().cdsf ?? 0;
    });
  expect(await reads("2027-01-31T22:30:00Z")).toBeGreaterThan(0);
  expect(await reads("2027-01-31T22:59:59.999Z")).toBe(0);
  for (const midnight of ["2027-01-31T23:00:00Z", "2027-02-01T03:00:00Z", "2027-02-01T04:00:00Z", "2027-02-01T20:00:00Z"]) {
    const later = (ms: number) => new Date(Date.parse(midnight) + ms).toISOString();
    expect(await reads(midnight), midnight).toBeGreaterThan(0);
    expect(await reads(later(1_000)), "the database may still be on the day before").toBeGreaterThan(0);
    expect(await reads(later(20_000)), midnight).toBeGreaterThan(0);
    expect(await reads(later(30_000)), midnight).toBe(0);
  }
});

test("what a call reads has a version, another after a change and on another day", async () => {
  const subgraph = await listed("cdsf").load();
  const reader = openReaderDatabase(database.url, { versions: { trustMs: 0 } });
  const open = await openSubgraph(subgraph, reader, {
    journalMonths: 12,
    onJournalFailure: (cause) => Promise.reject(cause),
  });
  const first = await open.dataVersion();
  expect(first).toMatch(/^\d+@20\d\d-.*Z$/);
  expect(await open.dataVersion()).toBe(first);
  await importBody();
  const second = await open.dataVersion();
  expect(second!.split("@")[0]).toBe(await version());
  expect(await at("2027-01-31T23:30:00Z", () => open.dataVersion())).toBe(`${await version()}@2027-02-01T03:00:00.000Z`);
  expect(await at("2027-02-01T03:00:05Z", () => open.dataVersion()), "the database may still be on the day before").toBeUndefined();
  expect([first, second]).toHaveLength(new Set([first, second]).size);
  open.close();
  await reader.close();
});

test("while requests come the question is put now and then, and none of them reads anything", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: 500 });
  await names(hub);
  const { questions } = hub;
  const before = questions();
  hub.takeStatements();
  const started = performance.now();
  let asked = 0;
  while (performance.now() - started < 2_000) {
    await names(hub);
    asked++;
  }
  expect(hub.takeStatements()).toEqual({});
  expect(questions() - before).toBeLessThan(12);
  expect(asked).toBeGreaterThan(questions() - before);
});

test("every subgraph has a version, and every table that requests read changes it", async () => {
  const { rows } = await owner.query(
    `select v.subgraph, array_agg(c.relname::text order by c.relname) filter (where not exists (
       select from pg_trigger where tgrelid = c.oid and tgname = 'data_version')) as unwatched
     from cdsf_hub.data_version v join pg_class c on c.relnamespace = v.subgraph::regnamespace and c.relkind = 'r'
     group by v.subgraph order by v.subgraph`,
  );
  const unwatched = ["imported_file", "migration"];
  // Nor is it asked what a hub was told.
  const ofPartner = ["delivered_number", ...unwatched];
  const partners = ["caf", "cdsf", "france_travail", "msa", "pmi"];
  // Who sends a batch again is told by its own table, which no request reads.
  const ofRegister = [...unwatched, "recorded_batch"];
  expect(rows).toEqual(
    ["access", "caf", "cdsf", "france_travail", "indicators", "msa", "pmi", "territories"].map((subgraph) => ({
      subgraph,
      unwatched: subgraph === "indicators" ? ofRegister : partners.includes(subgraph) ? ofPartner : unwatched,
    })),
  );
});
