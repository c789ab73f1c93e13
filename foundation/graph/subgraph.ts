import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, print } from "graphql";
import { buildSchemaSync, createResolversMap } from "type-graphql";
import { checkedTables, type Tables } from "../tables/tables.ts";
import { resolveEntities } from "./entities.ts";
import { compiledDocuments, type Execute } from "./execution/compiled-documents.ts";
import { type Part, readingsIn } from "./part.ts";
import { readPropertiesDirectly } from "./property-fields.ts";
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
  /** Executes a text on the schema. */
  execute: Execute;
}

/** Builds a subgraph out of its parts: classes → SDL → executable federated schema. */
export function defineSubgraph(name: string, ...parts: Part[]): Subgraph {
  readPropertiesDirectly();
  const classes = buildSchemaSync({
    resolvers: parts.flatMap(({ resolvers = [] }) => resolvers) as never,
    orphanedTypes: parts.flatMap(({ types = [] }) => types),
    skipCheck: true,
    validate: false,
  });
  const typeDefs = federatedDocument(name, classes);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: createResolversMap(classes) as never }]);
  resolveEntities(schema, Object.assign({}, ...parts.map(({ references }) => references)));
  return {
    name,
    tables: checkedTables({
      name,
      open: [...new Set(parts.flatMap(({ open = [] }) => open)), Source],
      restricted: parts.flatMap(({ restricted = [] }) => restricted),
      written: parts.find(({ written }) => written)?.written,
    }),
    readings: allReadings(name, parts),
    sdl: `${print(typeDefs)}\n`,
    schema,
    execute: compiledDocuments(schema),
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
