import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import pg from "pg";
import { from } from "pg-copy-streams";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCell, inChunks, UnstorableText } from "../../../foundation/imports/writing/copy-text.ts";
import { emptyDatabase } from "../../hub.ts";

const columns = {
  n: "int",
  label: "text",
  list: "text[]",
  facts: "jsonb",
  day: "date",
  amount: "double precision",
  exact: "numeric",
  yes: "boolean",
};

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  database = await emptyDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const declared = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await client.query(`create temporary table copied (${declared.join(", ")})`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

type Row = Partial<Record<keyof typeof columns, unknown>>;

/** Sends rows by COPY. @returns what the server holds then. */
async function copied(rows: Row[]): Promise<unknown[]> {
  const types = Object.entries(columns);
  const lines = rows.map((row, n) => `${types.map(([name, type]) => copyCell({ ...row, n }[name as keyof Row], type)).join("\t")}\n`);
  await client.query("truncate copied");
  await pipeline(inChunks(lines), client.query(from("copy copied from stdin")));
  const read = await client.query("select label, list, facts, day::text, amount, exact::text, yes from copied order by n");
  return read.rows;
}

test("a row comes back as it was sent; what is missing is null, and empty is not", async () => {
  const rows = [
    { label: "a\\b\tc\nd\re\\N", list: ["", "NULL", '"', "\\", "a,b", "{x}", "\n"], facts: { 'k"': ["\\", "\n", null] } },
    { label: "", list: [], facts: [], day: "2026-02-28", amount: 0.1, exact: "12.50", yes: false },
    { label: "\\N", amount: -1e-7, exact: 0, yes: true, list: [null, "null"] },
    { label: "\\.", facts: "text" },
    {},
  ];
  const nothing = { label: null, list: null, facts: null, day: null, amount: null, exact: null, yes: null };
  expect(await copied(rows)).toEqual(rows.map((row) => ({ ...nothing, ...row, ...("exact" in row && { exact: String(row.exact) }) })));
});

const storable = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));

test("whatever the texts", async () => {
  const row = fc.record({ label: fc.option(storable), list: fc.option(fc.array(storable)), amount: fc.option(fc.double({ noNaN: true })) });
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const held = (await copied(rows)) as Row[];
      expect(held.map(({ label, list, amount }) => ({ label, list, amount }))).toEqual(
        rows.map(({ label, list, amount }) => ({ label, list, amount: amount === null ? null : amount + 0 })),
      );
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["NUL", "a\0b"],
  ["half of a character", "\ud83d"],
  ["the other half, in a list", ["\ude00"]],
])("%s is refused", (_, value) => {
  expect(() => copyCell(value, Array.isArray(value) ? "text[]" : "text")).toThrow(UnstorableText);
});

test("chunks hold every line once, and none is much longer than a packet", () => {
  const lines = Array.from({ length: 100_000 }, (_, n) => `${n}\n`);
  const chunks = [...inChunks(lines)];
  expect(chunks.join("")).toBe(lines.join(""));
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(70_000);
});
