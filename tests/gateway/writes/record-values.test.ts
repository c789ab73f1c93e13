import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";

let hub: Hub;
let owner: pg.Client;
let other: pg.Client;
beforeAll(async () => {
  hub = await startHub();
  owner = new pg.Client({ connectionString: hub.databaseUrl });
  other = new pg.Client({ connectionString: hub.databaseUrl });
  await Promise.all([owner.connect(), other.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), other.end()]);
  await hub.close();
});

const record = `mutation Envoi($input: RecordValuesInput!) { recordValues(input: $input) { ids recorded unchanged withheld } }`;
const key = () => crypto.randomUUID();

/** Children of the demonstration department with a disability allowance, a number of the Caf's. */
const number = (territory: string, year: number, value: number | null, more: object = {}) => ({
  indicator: "A09",
  territory,
  year,
  value,
  status: value === null ? "NOT_TRANSMITTED" : "PUBLISHED",
  perimeter: 2026,
  ...more,
});

/** @returns what was answered, or the code of the refusal with its sentence */
async function send(input: object, client = "caf52"): Promise<any> {
  const { data, errors } = await hub.query(record, { input: { idempotencyKey: key(), ...input } }, client);
  if (!errors) return data.recordValues;
  expect([data.recordValues, errors.length]).toEqual([null, 1]);
  return { code: errors[0]!.extensions.code, message: errors[0]!.message };
}

async function read(id: string): Promise<any> {
  const { data, errors } = await hub.query(
    `query ($id: ID!) { value(id: $id) { observation { value status unit secrecyRule notes source { publisher printedVintage demonstration } } revisions { value } } }`,
    { id },
    "caf52",
  );
  expect(errors).toBeUndefined();
  return data.value;
}

const rowsOf = async (year: number) =>
  (
    await owner.query("select count(*)::int as n from indicators.observation where measure = 'A09' and code like 'ZZ%' and year = $1", [
      year,
    ])
  ).rows[0].n as number;

test("a dry run checks all and writes nothing; the call writes, and the next reading sees it", async () => {
  const values = [number("DEPARTMENT:ZZ", 2001, 120, { notes: "Provisoire.", status: "PROVISIONAL" })];
  const answer = { ids: ["A09:DEPARTMENT:ZZ:2001"], recorded: 1, unchanged: 0, withheld: 0 };
  expect(await send({ values, dryRun: true })).toEqual(answer);
  expect(await rowsOf(2001)).toBe(0);
  expect(await send({ values })).toEqual(answer);
  expect(await read("A09:DEPARTMENT:ZZ:2001")).toEqual({
    observation: {
      value: 120,
      status: "PROVISIONAL",
      unit: "enfants",
      secrecyRule: null,
      notes: ["Provisoire."],
      source: { publisher: "Démonstration (données fictives)", printedVintage: "2001", demonstration: true },
    },
    revisions: [{ value: 120 }],
  });
});

test("a correction is a new row, an absence takes a number away, and the same again is unchanged", async () => {
  await send({ values: [number("DEPARTMENT:ZZ", 2002, 50)] });
  expect(await send({ values: [number("DEPARTMENT:ZZ", 2002, 60)] })).toMatchObject({ recorded: 1 });
  expect(await send({ values: [number("DEPARTMENT:ZZ", 2002, 60)] })).toMatchObject({ recorded: 0, unchanged: 1 });
  await send({ values: [number("DEPARTMENT:ZZ", 2002, null)] });
  expect(await read("A09:DEPARTMENT:ZZ:2002")).toMatchObject({
    observation: { value: null, status: "NOT_TRANSMITTED" },
    revisions: [{ value: null }, { value: 60 }, { value: 50 }],
  });
});

test("the same key and numbers have the same answer and write nothing; other numbers under it are refused", async () => {
  const idempotencyKey = key();
  const values = [number("DEPARTMENT:ZZ", 2003, 70)];
  const first = await send({ idempotencyKey, values });
  await send({ values: [number("DEPARTMENT:ZZ", 2003, 71)] });
  expect(await send({ idempotencyKey, values })).toEqual(first);
  expect((await read("A09:DEPARTMENT:ZZ:2003")).observation.value).toBe(71);
  expect(await send({ idempotencyKey, values: [number("DEPARTMENT:ZZ", 2003, 72)] })).toMatchObject({ code: "IDEMPOTENCY_CONFLICT" });
  expect(await rowsOf(2003)).toBe(2);
  // The key is the client's own.
  expect(await send({ idempotencyKey, values: [number("DEPARTMENT:ZZ", 2003, 5, { indicator: "B15" })] }, "cdzz")).toMatchObject({
    code: "BAD_VALUES",
  });
});

test("keys are forgotten after thirty days", async () => {
  const idempotencyKey = key();
  const values = [number("DEPARTMENT:ZZ", 2004, 80)];
  await send({ idempotencyKey, values });
  await owner.query("update indicators.recorded_batch set recorded_at = now() - interval '31 days' where idempotency_key = $1", [
    idempotencyKey,
  ]);
  expect(await send({ idempotencyKey, values: [number("DEPARTMENT:ZZ", 2004, 81)] })).toMatchObject({ recorded: 1 });
  const { rows } = await owner.query("select client from indicators.recorded_batch where recorded_at < now() - interval '30 days'");
  expect(rows).toEqual([]);
});

test("what is wrong is told by place and key, twenty at most, and nothing is written", async () => {
  const values = [
    number("DEPARTMENT:ZZ", 2005, 90),
    number("DEPARTMENT:ZZ", 2005, 91),
    number("DEPARTMENT:ZZ", 2006, 91, { indicator: "Z99" }),
    number("DEPARTMENT:ZZ", 2090, 91),
    number("DEPARTEMENT:ZZ", 2007, 91),
    number("COMMUNE:ZZ999", 2007, 91),
    number("DEPARTMENT:ZZ", 2008, null, { status: "PUBLISHED" }),
    number("DEPARTMENT:ZZ", 2009, 91, { notes: "a\u0000b" }),
    number("DEPARTMENT:ZZ", 2010, 91, { numerator: 3 }),
    number("DEPARTMENT:ZZ", 2011, null, { status: "SOURCE_UNAVAILABLE" }),
  ];
  const { code, message } = await send({ values });
  expect(code).toBe("BAD_VALUES");
  expect(message.split("\n")).toEqual([
    "Rien n'a été écrit : 9 chiffres sont refusés.",
    "values[1] A09:DEPARTMENT:ZZ:2005 : « A09:DEPARTMENT:ZZ:2005 » : figure deux fois dans l'envoi",
    "values[2] Z99:DEPARTMENT:ZZ:2006 : « Z99 » : le catalogue du hub n'a pas cet indicateur",
    "values[3] A09:DEPARTMENT:ZZ:2090 : year « 2090 » : attendu : une année entre 1980 et l'an prochain",
    expect.stringMatching(/^values\[4\] A09:DEPARTEMENT:ZZ:2007 : « DEPARTEMENT:ZZ » : attendu : un échelon et un code/),
    expect.stringMatching(/^values\[5\] A09:COMMUNE:ZZ999:2007 : « COMMUNE:ZZ999 » : le hub ne sait pas dans quels départements/),
    expect.stringMatching(/^values\[6\] A09:DEPARTMENT:ZZ:2008 : value : une valeur va avec un statut de valeur/),
    "values[7] A09:DEPARTMENT:ZZ:2009 : un texte contient un caractère nul, ou la moitié d'un caractère",
    expect.stringMatching(/^values\[8\] A09:DEPARTMENT:ZZ:2010 : numerator « 3 » : cet indicateur relève du secret/),
    expect.stringMatching(/^values\[9\] A09:DEPARTMENT:ZZ:2011 : status « SOURCE_UNAVAILABLE »/),
  ]);
  expect(await rowsOf(2005)).toBe(0);
  const many = await send({ values: Array.from({ length: 30 }, (_, n) => number("DEPARTMENT:ZZ", 1900 + n, 1)) });
  expect(many.message.split("\n")).toHaveLength(22);
  expect(many.message).toMatch(/^Rien n'a été écrit : 30 chiffres sont refusés\./);
  expect(many.message).toMatch(/\n… et 10 autres\.$/);
});

test("a key that cannot be kept, no number, or too many are refused", async () => {
  const values = [number("DEPARTMENT:ZZ", 2005, 90)];
  for (const idempotencyKey of ["", "  ", "a\u0000", "\ud800", "x".repeat(101)])
    expect(await send({ idempotencyKey, values })).toMatchObject({ code: "BAD_ARGUMENT" });
  expect(await send({ values: [] })).toMatchObject({ code: "TOO_MANY_VALUES" });
  expect(await send({ values: Array.from({ length: 10_001 }, () => values[0]) })).toMatchObject({ code: "TOO_MANY_VALUES" });
});

test("another's territory is forbidden with its department, another's indicator is named with its producer", async () => {
  const foreign = await hub.query(
    record,
    { input: { idempotencyKey: key(), values: [number("DEPARTMENT:ZZ", 2012, 50), number("COMMUNE:52121", 2012, 50)] } },
    "caf52",
  );
  expect(foreign.errors).toMatchObject([
    { path: ["recordValues"], extensions: { code: "FORBIDDEN", scope: "values:write", departments: ["52"] } },
  ]);
  expect(await send({ values: [number("REGION:44", 2012, 50)] })).toMatchObject({ code: "FORBIDDEN" });
  expect(await send({ values: [number("NATION:FR", 2012, 50)] })).toMatchObject({ code: "FORBIDDEN" });
  const { code, message } = await send({ values: [number("DEPARTMENT:ZZ", 2012, 50)] }, "cdzz");
  expect(code).toBe("BAD_VALUES");
  expect(message).toContain("values[0] A09:DEPARTMENT:ZZ:2012 : « A09 » : cet indicateur est transmis par son producteur (CAF)");
  expect(await rowsOf(2012)).toBe(0);
});

test("a small number is withheld, and the one that would give it away", async () => {
  const values = [
    number("COMMUNE:ZZ001", 2013, 4, { notes: "Dont 3 garçons." }),
    number("COMMUNE:ZZ002", 2013, 40),
    number("DEPARTMENT:ZZ", 2013, 44),
  ];
  expect(await send({ values, dryRun: true })).toMatchObject({ withheld: 2 });
  expect(await send({ values })).toMatchObject({ recorded: 3, withheld: 2 });
  const [first, second, whole] = await Promise.all(["COMMUNE:ZZ001", "COMMUNE:ZZ002", "DEPARTMENT:ZZ"].map((of) => read(`A09:${of}:2013`)));
  expect(first.observation).toMatchObject({ value: null, status: "SUPPRESSED", secrecyRule: "persons-11@1", notes: [] });
  expect(second.observation).toMatchObject({ value: null, status: "SUPPRESSED", secrecyRule: "persons-11@1" });
  expect(whole.observation).toMatchObject({ value: 44 });
  expect(await send({ values })).toMatchObject({ recorded: 0, unchanged: 3, withheld: 2 });
});

test("no text beside a withheld number tells it", async () => {
  const told = number("COMMUNE:ZZ004", 2013, 4, { notes: "4 enfants", computedBy: "Caf : 4 dossiers" });
  expect(await send({ values: [{ ...told, printedVintage: "2013 : 4 enfants" }] })).toMatchObject({ code: "BAD_VALUES" });
  expect(await send({ values: [told] })).toMatchObject({ withheld: 1 });
  const { data } = await hub.query(
    `{ value(id: "A09:COMMUNE:ZZ004:2013") { observation { value status notes computedBy printed missingParts source { printedVintage } } } }`,
  );
  expect(data.value.observation).toEqual({
    ...{ value: null, status: "SUPPRESSED", notes: [], computedBy: null, printed: null, missingParts: null },
    source: { printedVintage: "2013" },
  });
});

test.each([
  ["negative persons", { value: -7 }],
  ["half a person", { value: 10.5 }],
  ["next to nothing", { value: 1e-30 }],
  ["a rate that is not that of its margins", { indicator: "B16", value: 99, numerator: 30, denominator: 100 }],
  ["more than all", { indicator: "B16", value: 500, numerator: 500, denominator: 100 }],
  ["of nobody", { indicator: "B16", value: 10, numerator: 30, denominator: 0 }],
  ["missing parts of a whole", { value: 20, missingParts: 2 }],
  ["a remark without end", { value: 20, notes: "a".repeat(1001) }],
  ["what the hub alone says", { value: 20, computedBy: " HUB: moi" }],
])("%s is refused", async (_, more) => {
  expect(await send({ values: [number("DEPARTMENT:ZZ", 2020, 0, more)] })).toMatchObject({ code: "BAD_VALUES" });
});

test("a number that what was published gives away is refused without being printed", async () => {
  const others = ["007", "031", "032", "033", "034", "035", "036", "037", "038", "039", "040"];
  const values = others.map((code) => number(`COMMUNE:ZZ${code}`, 2014, 40));
  expect(await send({ values: [number("EPCI:ZZ0000003", 2014, 452), ...values] })).toMatchObject({ withheld: 0 });
  const { code, message } = await send({ values: [number("COMMUNE:ZZ003", 2014, 9)] });
  expect(code).toBe("BAD_VALUES");
  expect(message).toContain(
    "values[0] A09:COMMUNE:ZZ003:2014 : value : ce chiffre relève du secret statistique, et ce que le hub a déjà publié",
  );
});

test("two at once follow each other, and the same at once is written once", async () => {
  const values = [number("DEPARTMENT:ZZ", 2015, 30)];
  const idempotencyKey = key();
  const same = await Promise.all(Array.from({ length: 4 }, () => send({ idempotencyKey, values })));
  expect(same).toEqual(Array(4).fill(same[0]));
  expect(same[0]).toMatchObject({ recorded: 1 });
  expect(await rowsOf(2015)).toBe(1);
  const others = await Promise.all([31, 32, 33].map((value) => send({ values: [number("DEPARTMENT:ZZ", 2015, value)] })));
  expect(others).toEqual(Array(3).fill(same[0]));
  expect(await rowsOf(2015)).toBe(4);
});

test("one operation with two writes does them in turn, each once", async () => {
  const input = (value: number) => ({ idempotencyKey: key(), values: [number("DEPARTMENT:ZZ", 2016, value)] });
  const { data, errors } = await hub.query(
    `mutation ($a: RecordValuesInput!, $b: RecordValuesInput!, $c: RecordValuesInput!) { a: recordValues(input: $a) { recorded } b: recordValues(input: $b) { recorded } c: recordValues(input: $c) { recorded } }`,
    { a: input(20), b: { ...input(21), values: [number("DEPARTMENT:ZZ", 2099, 1)] }, c: input(22) },
    "caf52",
  );
  expect(data).toEqual({ a: { recorded: 1 }, b: null, c: { recorded: 1 } });
  expect(errors).toMatchObject([{ path: ["b"], extensions: { code: "BAD_VALUES" } }]);
  expect((await read("A09:DEPARTMENT:ZZ:2016")).revisions).toEqual([{ value: 22 }, { value: 20 }]);
});

test("a writer that is killed leaves nothing, and the same call writes then", async () => {
  const input = { idempotencyKey: key(), values: [number("DEPARTMENT:ZZ", 2017, 30)] };
  await owner.query("begin");
  await owner.query("lock table indicators.recorded_batch in exclusive mode"); // the last that it writes
  const sent = send(input);
  await expect.poll(async () => (await waiting()).length, { timeout: 5_000 }).toBe(1);
  const [{ pid }] = await waiting();
  await other.query("select pg_terminate_backend($1)", [pid]);
  expect(await sent).toMatchObject({ code: "SOURCE_UNAVAILABLE" });
  await owner.query("rollback");
  expect(await rowsOf(2017)).toBe(0);
  expect(await send(input)).toMatchObject({ recorded: 1, unchanged: 0 });

  async function waiting(): Promise<any[]> {
    return (
      await other.query(
        "select pid from pg_stat_activity where application_name = 'cdsf-hub/recording' and wait_event_type = 'Lock' and datname = current_database()",
      )
    ).rows;
  }
});

test("while an import holds the register, a call is told to come again", async () => {
  await owner.query("select pg_advisory_lock(hashtext('import:indicators'))");
  const refused = await send({ values: [number("DEPARTMENT:ZZ", 2018, 30)] });
  await owner.query("select pg_advisory_unlock(hashtext('import:indicators'))");
  expect(refused).toMatchObject({ code: "WRITES_BUSY" });
  expect(await rowsOf(2018)).toBe(0);
}, 20_000);

test("a call that changes much of what was published is held until it is meant", async () => {
  const values = (value: number) =>
    Array.from({ length: 30 }, (_, n) => number("DEPARTMENT:ZZ", 1980 + (n % 15), value, { indicator: n < 15 ? "B08" : "D11" }));
  expect(await send({ values: values(50) })).toMatchObject({ recorded: 30 });
  expect(await send({ values: values(60) })).toMatchObject({ code: "CHANGES_TOO_MUCH" });
  expect(await send({ values: values(60), confirm: true })).toMatchObject({ recorded: 30 });
});

test("each call is in the register's journal, and a journal that cannot be kept lets nothing be written", async () => {
  const idempotencyKey = key();
  await send({ idempotencyKey, values: [number("DEPARTMENT:ZZ", 2019, 30)] });
  await send({ values: [number("COMMUNE:52121", 2019, 30)] });
  const { rows } = await owner.query(
    "select client, habilitation, operation, scope, subject, departments, rows, allowed from indicators_journal.access order by id desc limit 2",
  );
  expect(rows).toMatchObject([
    { client: "caf52", scope: "values:write", departments: ["52"], rows: 0, allowed: false },
    {
      client: "caf52",
      habilitation: "DEMO-CAF52-CHIFFRES",
      operation: "Envoi",
      subject: `recordValues:${idempotencyKey}`,
      departments: ["ZZ"],
      rows: 1,
      allowed: true,
    },
  ]);
  await owner.query("revoke insert on indicators_journal.access from cdsf_hub_journal");
  const refused = await send({ values: [number("DEPARTMENT:ZZ", 2020, 30)] });
  await owner.query("grant insert on indicators_journal.access to cdsf_hub_journal");
  expect(refused).toMatchObject({ code: "JOURNAL_UNAVAILABLE" });
  expect(await rowsOf(2020)).toBe(0);
});

test("a call costs its numbers, and what it wrote is not given back", async () => {
  const values = Array.from({ length: 20 }, (_, n) => number("DEPARTMENT:ZZ", 1980 + n, 40, { indicator: "D02" }));
  const { extensions, data } = await hub.query(record, { input: { idempotencyKey: key(), values } }, "caf52");
  expect(data.recordValues).toMatchObject({ recorded: 20 });
  expect(extensions!.cost).toMatchObject({ requested: 21, actual: 21 });
});
