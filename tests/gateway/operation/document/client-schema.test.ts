import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, isScalarType, isSpecifiedScalarType, printSchema } from "graphql";
import { expect, test } from "vitest";
import { scalars } from "../../../../foundation/graph/scalars.ts";
import { clientSchema } from "../../../../gateway/operation/document/client-schema.ts";

test("the gateway knows each scalar that a subgraph declares", () => {
  const folder = new URL("../../../../schema/", import.meta.url);
  const open = readdirSync(folder).filter((file) => file === "supergraph.graphql" || file === "open.graphql");
  expect(open).toHaveLength(2);
  for (const file of open) {
    const schema = clientSchema(buildSchema(readFileSync(new URL(file, folder), "utf8"), { assumeValidSDL: true }), scalars);
    const found = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
    expect(found.map(({ name }) => name)).toEqual(scalars.map(({ name }) => name));
    for (const type of found) expect(() => isScalarType(type) && type.parseValue("hier"), type.name).toThrow();
  }
});

const foreign = buildSchema(`
  directive @join__type(graph: join__Graph!) repeatable on OBJECT
  directive @fast(why: Reason) on FIELD
  directive @slow on OBJECT
  enum join__Graph { A }
  enum Reason { NONE }
  type Query @slow { day(date: Date): Node }
  interface Node { id: ID }
  type Leaf implements Node { id: ID, made: Stamp }
  "Days since the first."
  scalar Date
  scalar Stamp
`);

test("a foreign scalar takes what it is given, though one of ours has its name", () => {
  const schema = clientSchema(foreign, scalars);
  for (const name of ["Date", "Stamp"]) expect((schema.getType(name) as (typeof scalars)[0]).parseValue(12)).toBe(12);
});

test("what only the federation's directives name is left out; what a client can write or be answered is not", () => {
  const printed = printSchema(clientSchema(foreign, scalars));
  expect(printed).not.toMatch(/join__|@slow/);
  for (const kept of ["directive @fast", "enum Reason", "type Leaf", "scalar Stamp"]) expect(printed).toContain(kept);
});

test("a value keeps the form in which it was written", () => {
  const ours = buildSchema(`type Query { day(date: Date): ID } """${scalars[0]!.description}""" scalar Date`);
  const date = clientSchema(ours, scalars).getType("Date") as (typeof scalars)[0];
  expect(date.parseValue("2026-01-31")).toBe("2026-01-31");
  expect(() => date.parseValue("2026-02-31")).toThrow();
});
