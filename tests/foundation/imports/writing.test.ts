import "reflect-metadata";
import type { MikroORM } from "@mikro-orm/postgresql";
import { stringify } from "csv-stringify/sync";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Dataset } from "../../../foundation/imports/dataset.ts";
import { bytesInMemory } from "../../../foundation/imports/envelope/file-bytes.ts";
import { type ImportReport, importFile } from "../../../foundation/imports/import.ts";
import { openWriter, type Writer } from "../../../foundation/imports/writer.ts";
import { openOrm } from "../../../foundation/tables/orm.ts";
import datasets from "../../../subgraphs/caf/datasets.ts";
import caf from "../../../subgraphs/caf/subgraph.ts";
import { migratedDatabase } from "../../hub.ts";

let database: Awaited<ReturnType<typeof migratedDatabase>>;
let orm: MikroORM;
let writer: Writer;
const statements: string[] = [];
beforeAll(async () => {
  database = await migratedDatabase();
  orm = await openOrm(caf.tables, database.url);
  writer = await openWriter(orm, (text) => statements.push(text));
});
afterAll(async () => {
  await writer[Symbol.asyncDispose]();
  await orm.close();
  await database.drop();
});
beforeEach(async () => {
  await writer.sql("truncate indicators.observation, caf.imported_file, indicators.withheld_value");
  statements.length = 0;
});

function send(name: string, rows: object[], dryRun = false, known: readonly Dataset[] = datasets): Promise<ImportReport> {
  const bytes = bytesInMemory(Buffer.from(stringify(rows, { header: true })));
  return importFile({
    writer,
    owner: "caf",
    datasets,
    dataset: known.find((one) => one.name === name)!,
    fileName: "x.csv",
    bytes,
    dryRun,
  });
}

/** Coverage rates of one commune, all of the same value. */
const rates = (numero_commune: string, value: string) => ({
  date_reference: "2021",
  numero_commune,
  taux_de_couv_eaje_psu: value,
  taux_de_couv_hors_eaje_psu: value,
  taux_de_couv_eaje_ensemble: value,
  taux_de_couv_prescolarisation: value,
  taux_de_couv_assistante_maternelle: value,
  taux_de_couv_salariee_a_domicile: value,
  taux_de_couv_accueil_individuel_ensemble: value,
  taux_de_couv_global: value,
});

const latest = async (code: string) =>
  (
    await writer.sql<{ value: number }>(
      "select value from indicators.observation where code = $1 order by recorded_at desc, id desc limit 1",
      [code],
    )
  )[0]!.value;
const isRead = () => statements.some((text) => text.startsWith("copy"));

test("the same file again is told as before, and no row of it is sent", async () => {
  const rows = [rates("XX", "1"), rates("52121", "1"), rates("XX", "2"), rates("52448", "1")];
  const first = await send("coverage", rows);
  expect(first).toMatchObject({ read: 4, accepted: 2, unchanged: 0, written: true });
  statements.length = 0;
  const again = await send("coverage", rows);
  expect(again).toEqual({ ...first, accepted: 0, unchanged: 2, changes: { rows: 0, changed: 0, absent: 0, where: [], leaps: [] } });
  expect(again.ignored.map(({ line }) => line)).toEqual([2, 4]);
  expect(statements).toHaveLength(1);
  expect(await send("coverage", rows, true)).toEqual({ ...again, written: false });
});

test("after a file that corrected some of it, it is written again; after one with other rows it stands", async () => {
  const [first, other, correction] = [[rates("52121", "1")], [rates("52448", "2")], [rates("52121", "3")]];
  await send("coverage", first);
  await send("coverage", other);
  statements.length = 0;
  expect(await send("coverage", first)).toMatchObject({ accepted: 0, unchanged: 1 });
  expect(isRead()).toBe(false);

  await send("coverage", correction);
  expect(await latest("52121")).toBe(3);
  expect(await send("coverage", first)).toMatchObject({ accepted: 1, unchanged: 0, written: true });
  expect(await latest("52121")).toBe(1);
  expect(await send("coverage", correction)).toMatchObject({ accepted: 1, unchanged: 0 });
});

test("a dry run and a refused file do not stand", async () => {
  await send("coverage", [rates("52121", "1")], true);
  expect(await send("coverage", [rates("52121", "1")])).toMatchObject({ accepted: 1, written: true });
  const refused = [rates("52448", "1"), rates("52448", "2")];
  expect(await send("coverage", refused)).toMatchObject({ written: false });
  expect(await send("coverage", refused)).toMatchObject({ accepted: 1, written: false });
});

test("one that another release of the hub read, or other rules, is read again", async () => {
  await send("coverage", [rates("52121", "1")]);
  await writer.sql("update caf.imported_file set stands_for = $1", ["another release"]);
  statements.length = 0;
  expect(await send("coverage", [rates("52121", "1")])).toMatchObject({ accepted: 0, unchanged: 1 });
  expect(isRead()).toBe(true);
  statements.length = 0;
  await send("coverage", [rates("52121", "1")]);
  expect(isRead()).toBe(false);
});

test("the number of statements does not depend on the number of rows", async () => {
  const file = (communes: number) => Array.from({ length: communes }, (_, n) => rates(String(10_000 + n), "1"));
  await send("coverage", file(1));
  const few = statements.splice(0);
  await send("coverage", file(2000));
  expect(statements.filter((text) => !/^analyze|reltuples/.test(text))).toHaveLength(few.length);
  expect(statements.filter((text) => text.startsWith("analyze"))).toHaveLength(1);
  expect(few.length).toBeLessThan(13);
});

describe("a file of many lines", () => {
  const many = (last: object) => [
    ...Array.from({ length: 12_000 }, (_, n) => ({ date_reference: "2021", numero_commune: String(10_000 + n), taux_de_couv_global: "1" })),
    last,
  ];
  const linesHeld: number[] = [];
  const counting = datasets.map((one) => ({
    ...one,
    convert: (lines: never[]) => {
      linesHeld.push(lines.length);
      return one.convert(lines);
    },
  }));

  test("is read some lines at a time, and is one publication", async () => {
    linesHeld.length = 0;
    const file = many({ date_reference: "2021", numero_commune: "52121", taux_de_couv_global: "50,2" });
    expect(await send("coverage", file, false, counting)).toMatchObject({ read: 12_001, accepted: 12_001, written: true });
    expect(linesHeld.length).toBeGreaterThan(2);
    expect(Math.max(...linesHeld)).toBeLessThanOrEqual(5000);
    expect(await latest("52121")).toBe(50.2);
    expect(await writer.sql("select count(distinct source_id)::int as editions from indicators.observation")).toEqual([{ editions: 1 }]);
  });

  test("is refused where its last line says again what its first said, and nothing of it is written", async () => {
    const file = many({ date_reference: "2021", numero_commune: "10000", taux_de_couv_global: "2" });
    expect(await send("coverage", file)).toMatchObject({
      read: 12_001,
      written: false,
      rejected: [{ line: 12_002, value: "B01 / COMMUNE / 10000 / 2021", reason: "même clé que la ligne 2" }],
    });
    expect(await writer.sql("select from indicators.observation")).toEqual([]);
  });
});

test("rows are made as the server takes them", async () => {
  await writer.sql("create table many (text text)");
  const blocker = new pg.Client({ connectionString: database.url });
  await blocker.connect();
  await blocker.query("begin; lock table many");
  const line = `${"x".repeat(1 << 16)}\n`;
  let made = 0;
  function* lines() {
    for (; made < 1000; made++) yield line;
  }
  const copied = writer.copy("many", lines());
  await expect
    .poll(async () => (await blocker.query("select from pg_locks where not granted and relation = 'many'::regclass")).rowCount)
    .toBe(1);
  expect(made).toBeLessThan(20);
  await blocker.end();
  await copied;
  expect(await writer.sql("select count(*)::int from many")).toEqual([{ count: 1000 }]);
});

test("what fails while rows are made is what is told, and the connection can be used again", async () => {
  const wrong = new Error("no more");
  function* lines() {
    yield "1\n";
    throw wrong;
  }
  await writer.sql("create table numbers (n int)");
  await expect(writer.transaction(() => writer.copy("numbers", lines()))).rejects.toBe(wrong);
  expect(await writer.sql("select n from numbers")).toEqual([]);
});
