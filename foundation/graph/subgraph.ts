import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, print } from "graphql";
import { buildSchemaSync, createResolversMap } from "type-graphql";
import { checkedTables, type Tables } from "../tables/tables.ts";
import { type Part, readingsIn } from "./part.ts";
import type { Reading } from "./readings/reading.ts";
import { federatedDocument } from "./sdl.ts";
import { Source } from "./source.ts";

export interface Subgraph {
  name: string;
  tables: Tables;
  readings: Readonly<Record<string, Reading<never, unknown>>>;
  /** The published SDL, with its federation directives. */
  sdl: string;
  schema: GraphQLSchema;
}

/** Builds a subgraph out of its parts: classes → SDL → executable federated schema. */
export function defineSubgraph(name: string, ...parts: Part[]): Subgraph {
  const classes = buildSchemaSync({
    resolvers: parts.flatMap(({ resolvers = [] }) => resolvers) as never,
    orphanedTypes: parts.flatMap(({ types = [] }) => types),
    skipCheck: true,
    validate: false,
  });
  const typeDefs = federatedDocument(name, classes);
  const resolvers = createResolversMap(classes) as Record<string, Record<string, unknown>>;
  for (const { references = {} } of parts)
    for (const [type, find] of Object.entries(references)) resolvers[type] = { ...resolvers[type], __resolveReference: written(find) };
  return {
    name,
    tables: checkedTables({
      name,
      open: [...new Set(parts.flatMap(({ open = [] }) => open)), Source],
      restricted: parts.flatMap(({ restricted = [] }) => restricted),
    }),
    readings: allReadings(name, parts),
    sdl: `${print(typeDefs)}\n`,
    schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
  };
}

/** Apollo's `_entities` writes `__typename` on what it is given, and a row that was read is frozen: it is given an object on top of it. */
function written(find: NonNullable<Part["references"]>[string]): typeof find {
  const onTop = (row: unknown) => (Object.isFrozen(row) && row !== null ? Object.create(row as object) : row);
  return (key, context) => {
    const found = find(key, context);
    return found instanceof Promise ? found.then(onTop) : onTop(found);
  };
}

/** A reading has one name: its statement is prepared under it. */
function allReadings(name: string, parts: Part[]): Subgraph["readings"] {
  const all: Record<string, Reading<never, unknown>> = {};
  for (const [readingName, reading] of parts.flatMap(({ readings }) => Object.entries(readingsIn(readings)))) {
    if (all[readingName]) throw new Error(`${name}: two readings are called ${readingName}`);
    all[readingName] = reading;
  }
  return all;
}
