import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readerRole } from "../../../foundation/rights/row-level-security.ts";
import { journalRole } from "../../../foundation/rights/access-journal.ts";
import { writerRole, writerSessionOf } from "../../../foundation/rights/writer-role.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";
import { startApart } from "../../subgraph-apart.ts";

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

const record = `mutation Envoi($input: RecordValuesInput!) { recordValues(input: $input) { ids recorded unchanged withheld } }`;
const valuesOf = (year: number, value: number) => [{ indicator: "A09", territory: "DEPARTMENT:ZZ", year, value, status: "PUBLISHED" }];
const send = (hub: Hub, values: object[], more: object = {}) =>
  hub.query(record, { input: { idempotencyKey: crypto.randomUUID(), values, ...more } }, "caf52");
const written = `{ value(id: "A09:DEPARTMENT:ZZ:2001") { observation { value } } }`;

test("a register that runs apart writes the same, once, and the next reading sees it", async () => {
  const apart = await startApart("indicators", database.url);
  await using hub = await startHub({ databaseUrl: database.url, urls: { indicators: apart.url } });
  expect((await hub.query(written)).data.value.observation.value).toBeNull();
  for (const value of [41, 42, 43]) {
    expect((await send(hub, valuesOf(2001, value))).data.recordValues).toMatchObject({ recorded: 1 });
    expect((await hub.query(written)).data.value.observation.value).toBe(value);
  }
  const refused = await send(hub, [{ ...valuesOf(2001, 44)[0], territory: "COMMUNE:52121" }]);
  expect(refused.errors).toMatchObject([{ path: ["recordValues"], extensions: { code: "FORBIDDEN", departments: ["52"] } }]);
  await apart.stop();
});

test("the writer reads what he wrote, though versions are believed for a while", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: 60_000 });
  const kept = written.replace("2001", "2002");
  for (const value of [51, 52, 53]) {
    await send(hub, valuesOf(2002, value));
    expect((await hub.query(kept)).data.value.observation.value).toBe(value);
    expect((await hub.query(kept, {}, "caf52")).data.value.observation.value).toBe(value);
  }
});

test("ten thousand numbers are one call, and one more is refused", async () => {
  await using hub = await startHub({ databaseUrl: database.url });
  const indicators = ["A09", "B08", "B09", "B10", "B18", "B23", "D02", "D09", "D10", "D11", "T1", "T2", "T3", "T5", "T6"];
  const places = [...Array.from({ length: 15 }, (_, n) => `COMMUNE:ZZ${String(n + 1).padStart(3, "0")}`), "DEPARTMENT:ZZ"];
  const { rows } = await owner.query("select code from indicators.territory_parent where level = 'COMMUNE' and code like 'ZZ%' group by 1");
  const known = new Set(rows.map(({ code }) => `COMMUNE:${code}`)).add("DEPARTMENT:ZZ");
  const values = places
    .filter((territory) => known.has(territory))
    .flatMap((territory) =>
      indicators.flatMap((indicator) =>
        Array.from({ length: 45 }, (_, n) => ({
          indicator,
          territory,
          year: 1980 + n,
          value: 100 + n,
          perimeter: 2026,
          status: "PUBLISHED",
          notes: "Essai de charge.",
        })),
      ),
    )
    .slice(0, 10_000);
  expect(values).toHaveLength(10_000);
  const answer = await send(hub, values, { confirm: true });
  expect(answer.errors).toBeUndefined();
  expect(answer.data.recordValues.ids).toHaveLength(values.length);
  expect(answer.data.recordValues.recorded + answer.data.recordValues.unchanged).toBe(values.length);
  const anonymous = await hub.query(record, { input: { idempotencyKey: "a", values } });
  expect(anonymous.errors).toMatchObject([{ extensions: { code: "BODY_TOO_LARGE" } }]);
}, 60_000);

describe("with a user of its own in READER_DATABASE_URL", () => {
  const user = `web_${crypto.randomUUID().slice(0, 8)}`;
  const url = () => Object.assign(new URL(database.url), { username: user, password: "p" }).href;
  beforeAll(async () => {
    await owner.query(`create role ${user} login noinherit password 'p'`);
    await owner.query(`grant ${readerRole}, ${journalRole} to ${user}`);
  });
  afterAll(() => owner.query(`drop role ${user}`));

  test("who may not become the writer only reads; once he may, he writes", async () => {
    await using hub = await startHub({ databaseUrl: database.url, readerDatabaseUrl: url() });
    const { data, errors } = await send(hub, valuesOf(2003, 30));
    expect([data, errors!.map(({ extensions }) => extensions.code)]).toEqual([{ recordValues: null }, ["WRITES_CLOSED"]]);
    await owner.query(`grant ${writerRole} to ${user}`);
    expect((await send(hub, valuesOf(2003, 30))).data.recordValues).toMatchObject({ recorded: 1 });
  });
});

/** The database alone: what a session of this partner may write, every check above it switched off. */
describe("under the writer's role", () => {
  async function as(partner: string, statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: database.url, options: `-c role=${writerRole}` });
    await client.connect();
    try {
      const grant = { habilitation: "", purpose: "", scopes: ["values:write" as const], departments: ["ZZ"], partner };
      for (const [name, value] of Object.entries(writerSessionOf("caf52", grant)))
        await client.query("select set_config($1, $2, false)", [name, value]);
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }
  const insert = (level: string, code: string) =>
    `insert into indicators.observation (measure, level, code, year, value, status, unit, notes) values ('A09', '${level}', '${code}', 1999, 50, 'PUBLISHED', 'enfants', '{}')`;

  test("a number is written where the territory and the producer are his, and nowhere else", async () => {
    expect((await as("CAF", insert("DEPARTMENT", "ZZ"))).rowCount).toBe(1);
    expect((await as("CAF", insert("COMMUNE", "ZZ001"))).rowCount).toBe(1);
    for (const [partner, level, code] of [
      ["PMI", "DEPARTMENT", "ZZ"],
      ["", "DEPARTMENT", "ZZ"],
      ["CAF", "DEPARTMENT", "52"],
      ["CAF", "COMMUNE", "52121"],
      ["CAF", "REGION", "44"],
      ["CAF", "NATION", "FR"],
      ["CAF", "DEPARTMENT", "X"],
    ] as const)
      await expect(as(partner, insert(level, code)), `${partner} ${level} ${code}`).rejects.toThrow(/row-level security/);
    expect((await as("CAF", "update indicators.observation set value = 0 where level = 'DEPARTMENT' and code = '52'")).rowCount).toBe(0);
  });

  test.each([
    "delete from indicators.observation",
    "truncate indicators.observation",
    "update indicators.withheld_value set value = 0",
    "update indicators.indicator set producer = 'CAF'",
    "update cdsf_hub.data_version set version = 0",
    "select * from pmi.inspection",
    "select * from access.habilitation",
    "select * from indicators_journal.access",
    "update caf.imported_file set stands_for = 'x'",
    "alter table indicators.observation disable row level security",
    "create table indicators.mine ()",
  ])("he may not: %s", async (statement) => {
    await expect(as("CAF", statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("he owns nothing", async () => {
    expect((await owner.query(`select relname from pg_class where relowner = '${writerRole}'::regrole`)).rows).toEqual([]);
    const { rows } = await owner.query(
      `select rolsuper or rolcreaterole or rolbypassrls as more from pg_roles where rolname = '${writerRole}'`,
    );
    expect(rows).toEqual([{ more: false }]);
  });
});
