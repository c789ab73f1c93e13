import { type ExecutionResult, execute, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openReaderDatabase, openSubgraph, type ReaderDatabase } from "../../../../foundation/graph/open-subgraph.ts";
import { ClientKind, openData, type Rights } from "../../../../foundation/rights/rights.ts";
import { isScope, scopes } from "../../../../foundation/rights/scopes.ts";
import { subgraphs } from "../../../../subgraphs/subgraphs.ts";
import { copyOfSample } from "../../../hub.ts";
import { seeded } from "../../../random.ts";
import { randomDocument } from "./random-documents.ts";
import { nulledBy } from "./told-errors.ts";

let sample: Awaited<ReturnType<typeof copyOfSample>>;
let database: ReaderDatabase;
beforeAll(async () => {
  sample = await copyOfSample();
  database = openReaderDatabase(sample.url);
});
afterAll(async () => {
  await database?.close();
  await sample?.drop();
});

const grant = { habilitation: "H", scopes: Object.keys(scopes).filter(isScope), departments: ["52", "ZZ"], purpose: "essai" };
const known: Rights = { client: "cdzz", kind: ClientKind.PARTNER_SYSTEM, grants: [grant] };

const territories = ["DEPARTMENT:52", "DEPARTMENT:ZZ", "COMMUNE:52121", "EPCI:200068658"];

/** Values of fields by their name, from which keys of entities are made. */
function gather(value: unknown, pool: Map<string, unknown[]>): void {
  for (const [name, each] of Object.entries(value ?? {})) {
    if (typeof each === "string") pool.set(name, [...(pool.get(name) ?? []).slice(-40), each]);
    else if (typeof each === "object") gather(each, pool);
  }
}

const codes = ({ errors = [] }: ExecutionResult) => [...new Set(errors.map(({ message }) => message))].sort();

test.each(subgraphs)("$name answers as graphql-js does, by its root and by its entities", async ({ load }) => {
  const subgraph = await load();
  const opened = await openSubgraph(subgraph, database, { journalMonths: 12, onJournalFailure: String });
  const random = seeded(2_026);
  const pool = new Map<string, unknown[]>([
    ["code", ["52", "ZZ", "52121", "200068658"]],
    ["id", ["T1:DEPARTMENT:52:2025", "B01:DEPARTMENT:52:2023", "52", "ZZ-2025", "52-2016", "ZZ-F052", ...territories]],
    ["within", territories],
    ["unit", ["places"]],
    ["fap", ["T2B60"]],
  ]);
  const entities = [...subgraph.sdl.matchAll(/^type (\w+)[^{]*@key\(fields: "([^"]+)"/gm)].map(([, type, key]) => ({
    type,
    key: key!.split(" "),
  }));
  const draw = (argument: string, type: string): unknown => {
    if (type === "_Any") {
      const { type: __typename, key } = random.among(entities);
      return { __typename, ...Object.fromEntries(key.map((field) => [field, random.among(pool.get(field) ?? ["52"])])) };
    }
    if (type === "Int") return argument === "first" ? random.integer(0, 4) : random.among([2016, 2023, 2025]);
    if (type === "Boolean") return random.chance(0.5);
    if (type === "Date" || type === "DateTime") return type === "Date" ? "2025-06-30" : "2026-12-31T00:00:00Z";
    return argument === "after"
      ? random.among([null, "Wg", "?"])
      : argument === "client"
        ? "cdzz"
        : random.among(pool.get(argument) ?? ["52", "ZZ"]);
  };
  const seen = { withData: 0, withErrors: 0, entities: 0 };
  for (let round = 0; round < 60; round++) {
    const { text, variables } = randomDocument(subgraph.schema, random, draw, 4);
    if (text.includes("AccessJournal")) continue; // to read it adds a line to it
    const call = { rights: round % 2 ? known : openData };
    const document = parse(text);
    const expected = await execute({
      schema: subgraph.schema,
      document,
      variableValues: variables,
      contextValue: await opened.contextOf(call),
    });
    const answer = await subgraph.execute({ text, variables }, await opened.contextOf(call));
    expect(JSON.stringify(answer.data), `${text} ${JSON.stringify(variables)}`).toBe(JSON.stringify(expected.data));
    if (answer.data) expect(nulledBy(answer)).toEqual(nulledBy(expected));
    expect(codes(answer)).toEqual(codes(expected));
    gather(expected.data, pool);
    if (expected.errors) seen.withErrors++;
    if (/[0-9a-z"]/.test(JSON.stringify(Object.values(expected.data ?? {})).replaceAll("null", ""))) seen.withData++;
    if (text.includes("_entities")) seen.entities++;
  }
  opened.close();
  expect(seen.withData).toBeGreaterThan(10);
  expect(seen.entities).toBeGreaterThan(1);
});
