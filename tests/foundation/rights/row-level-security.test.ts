import type { MikroORM } from "@mikro-orm/postgresql";
import { execute, type GraphQLObjectType, getNamedType, isLeafType, parse } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Context } from "../../../foundation/graph/context.ts";
import { openReaderDatabase, type ReaderDatabase } from "../../../foundation/graph/open-subgraph.ts";
import { CallReader, prepareReadings } from "../../../foundation/graph/readings/row-reader.ts";
import { journalRole } from "../../../foundation/rights/access-journal.ts";
import { ClientKind, departmentsByScope, type Rights } from "../../../foundation/rights/rights.ts";
import { readerRole, sessionOf } from "../../../foundation/rights/row-level-security.ts";
import { type Scope, scopes } from "../../../foundation/rights/scopes.ts";
import { openOrm } from "../../../foundation/tables/orm.ts";
import { TableNames } from "../../../foundation/graph/readings/table-names.ts";
import { listed } from "../../../subgraphs/subgraphs.ts";
import { clients, rightsOf } from "../../clients.ts";
import { copyOfSample, startHub } from "../../hub.ts";
import { restrictedRowsIn52 } from "../../restricted-rows.ts";

/** The database alone: what it gives away where every check above it is switched off. */

const [pmi, register] = await Promise.all([listed("pmi").load(), listed("indicators").load()]);
let database: Awaited<ReturnType<typeof copyOfSample>>;
let orm: MikroORM;
let reader: ReaderDatabase;
beforeAll(async () => {
  database = await copyOfSample();
  await restrictedRowsIn52(database.url);
  orm = await openOrm(pmi.tables, database.url);
  reader = openReaderDatabase(database.url);
});
afterAll(async () => {
  await reader.close();
  await orm.close(true);
  await database.drop();
});

const departments = ["52", "ZZ"];
/** What the database gives to a session of this client. */
function read<Row extends object>(client: string, text: string): Promise<Row[]> {
  const statement = { name: "", text };
  return reader.pools.read(ClientKind.ANALYST, statement, [], { session: sessionOf(rightsOf(client)) });
}
const held = (client: string, scope: Scope) => departmentsByScope(rightsOf(client))[scope] ?? [];

/** Which departments the rows of a table speak of: each identifier begins with its department's code. */
async function seen(client: string, entity: new () => object): Promise<Set<string>> {
  const rows = await read<{ row: string }>(
    client,
    `select t::text as row from ${new TableNames(orm.config.get("schema")!).table(entity)} t`,
  );
  return new Set(departments.filter((code) => rows.some(({ row }) => row.startsWith(`(${code}-`))));
}

/** The table and the scope that opens its rows that are not public. */
const guarded: [table: string, scope: Scope][] = [
  ["Inspection", "inspections:read"],
  ["ScheduledInspection", "inspections:schedule"],
];

describe.each(clients)("%s", (client) => {
  test.each(guarded)("%s shows rows of the departments where he holds %s, and no others", async (name, scope) => {
    const entity = pmi.tables.restricted.find((candidate) => candidate.name === name) as new () => object;
    expect(await seen(client, entity)).toEqual(new Set(held(client, scope)));
  });

  test("plans and reviews show before they are published only where he may", async () => {
    const rows = await read<{ id: string }>(client, "select id from pmi.inspection_plan where status <> 'PUBLISHED' order by id");
    expect(rows.map(({ id }) => id)).toEqual(
      held(client, "plans:unpublished")
        .map((code) => `${code}-2026`)
        .sort(),
    );
    const objectives = await read<{ plan: string }>(
      client,
      "select distinct plan_id as plan from pmi.inspection_objective where plan_id like '%-2026' order by 1",
    );
    expect(objectives.map(({ plan }) => plan)).toEqual(rows.map(({ id }) => id));
  });
});

test("every restricted table is one of those above", () => {
  expect(pmi.tables.restricted.map(({ name }) => name).toSorted()).toEqual(
    [...guarded.map(([name]) => name), "InspectionObjective", "InspectionPlan", "InspectionReview"].sort(),
  );
  expect(register.tables.restricted.map(({ name }) => name)).toEqual(["WithheldValue", "RecordedBatch"]);
});

/** Someone whom every check above the database lets pass. */
const everything: Rights = {
  client: "nobody",
  kind: ClientKind.PARTNER_SYSTEM,
  grants: [{ habilitation: "none", purpose: "none", scopes: Object.keys(scopes) as Scope[], departments }],
};

function selection(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).filter(({ args }) => args.length === 0);
  return `{ ${fields.map((field) => (isLeafType(getNamedType(field.type)) ? field.name : "")).join(" ")} nodes { id } }`;
}

test("with the gateway's and the subgraph's checks passed, the protected fields of another's department stay empty", async () => {
  const inspections = pmi.schema.getType("InspectionConnection") as GraphQLObjectType;
  const document =
    parse(`{ facility(id: "52-F052") { inspections(first: 100) ${selection(inspections)} scheduledInspections(first: 100) ${selection(inspections)} }
    inspectionPlan(department: "52", year: 2026) { id } pmiAccessJournal(department: "52", first: 100) ${selection(inspections).replace("nodes { id }", "nodes { client }")} }`);
  const prepared = prepareReadings("pmi", pmi.readings);
  const generation = await reader.generations.pin("pmi");
  const contextAs = (client: string) => {
    const rows = new CallReader(prepared, reader.pools, reader.generations, generation, { rights: rightsOf(client) });
    return new Context(rows, reader.journals.of("pmi"), { rights: everything });
  };
  const ask = (client: string) => execute({ schema: pmi.schema, document, contextValue: contextAs(client) }) as Promise<any>;
  const empty = { totalCount: 0, nodes: [] };
  for (const stranger of ["anonymous", "cdzz", "dashboard"]) {
    const { data, errors } = await ask(stranger);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      facility: { inspections: empty, scheduledInspections: empty },
      inspectionPlan: null,
      pmiAccessJournal: empty,
    });
  }
  const { data } = await ask("cd52");
  expect(data.facility.inspections.totalCount).toBeGreaterThan(0);
  expect(data.inspectionPlan).not.toBeNull();
});

describe("the roles that serve", () => {
  const as = async (role: string, statement: string) => {
    const client = new pg.Client({ connectionString: database.url, options: `-c role=${role}` });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };

  test("own nothing and may do nothing else", async () => {
    for (const role of [readerRole, journalRole]) {
      expect(await as(role, `select relname from pg_class where relowner = '${role}'::regrole`)).toEqual([]);
      expect(await as(role, `select rolsuper or rolcreaterole or rolbypassrls as more from pg_roles where rolname = '${role}'`)).toEqual([
        { more: false },
      ]);
    }
  });

  test.each([
    [readerRole, "delete from pmi.inspection"],
    [readerRole, "update pmi.inspection_plan set status = 'PUBLISHED'"],
    [readerRole, "update indicators.observation set value = 0"],
    [
      readerRole,
      "insert into pmi_journal.access (client, request, scope, subject, departments, rows, allowed) values ('x','x','x','x','{}',0,true)",
    ],
    [readerRole, "alter table pmi.inspection disable row level security"],
    [journalRole, "select * from pmi_journal.access"],
    [journalRole, "update pmi_journal.access set client = 'another'"],
    [journalRole, "delete from pmi_journal.access"],
    [journalRole, "truncate pmi_journal.access"],
    [journalRole, "select * from pmi.inspection"],
    [journalRole, "select * from indicators.withheld_value"],
    [readerRole, "insert into indicators.recorded_batch (client, idempotency_key, hash, counts) values ('x', 'x', 'x', '{}')"],
  ])("%s may not: %s", async (role, statement) => {
    await expect(as(role, statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe("with a user of its own in READER_DATABASE_URL", () => {
  const user = `web_${crypto.randomUUID().slice(0, 8)}`;
  const url = () => Object.assign(new URL(database.url), { username: user, password: "p" }).href;
  let owner: pg.Client;
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(`create role ${user} login noinherit password 'p'`);
  });
  afterAll(async () => {
    await owner.query(`drop role ${user}`);
    await owner.end();
  });

  test("a user who may not become the reader is told so at the start", async () => {
    await expect(startHub({ databaseUrl: database.url, readerDatabaseUrl: url() })).rejects.toThrow(
      /ne peut pas prendre le rôle cdsf_hub_reader : .* « grant cdsf_hub_reader, cdsf_hub_journal to/,
    );
  });

  test("the hub serves what it did, and who resets the role has nothing", async () => {
    await owner.query(`grant ${readerRole}, ${journalRole} to ${user}`);
    await using hub = await startHub({ databaseUrl: database.url, readerDatabaseUrl: url() });
    const query =
      '{ facility(id: "52-F052") { inspections(first: 5) { totalCount } } pmiAccessJournal(department: "52", first: 1) { totalCount } }';
    const { data, errors } = await hub.query(query, {}, "cd52");
    expect(errors).toBeUndefined();
    expect(data.facility.inspections.totalCount).toBeGreaterThan(0);
    const { rows } = await owner.query(
      "select distinct application_name as name from pg_stat_activity where datname = current_database() and usename = $1 order by 1",
      [user],
    );
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["cdsf-hub/PARTNER_SYSTEM", "cdsf-hub/REGISTER", "cdsf-hub/journal"]),
    );
    const intruder = new pg.Client({ connectionString: url() });
    await intruder.connect();
    for (const table of ["pmi.inspection", "territories.territory", "pmi_journal.access"])
      await expect(intruder.query(`reset role; select * from ${table}`)).rejects.toThrow(/permission denied/);
    await intruder.end();
  });
});
