import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type DocumentNode, type GraphQLSchema, Kind, lexicographicSortSchema, type ObjectTypeDefinitionNode, parse } from "graphql";
import { buildSchemaSync, createResolversMap } from "type-graphql";
import type { Tables } from "../tables/orm.ts";
import { type Part, readingsIn } from "./part.ts";
import type { Reading } from "./readings/reading.ts";
import { Source } from "./source.ts";

export interface Subgraph {
  name: string;
  tables: Tables;
  readings: Readonly<Record<string, Reading<never, unknown>>>;
  /** The published SDL, with its federation directives. */
  sdl: string;
  schema: GraphQLSchema;
}

const federationDirectives = new Set([
  "@key",
  "@shareable",
  "@external",
  "@requires",
  "@provides",
  "@tag",
  "@inaccessible",
  "@requiresScopes",
  "@cost",
  "@listSize",
]);

const pageSize = '@listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])';

/** Builds a subgraph out of its parts: classes → SDL → executable federated schema. */
export function defineSubgraph(name: string, ...parts: Part[]): Subgraph {
  const classes = buildSchemaSync({
    resolvers: parts.flatMap(({ resolvers = [] }) => resolvers) as never,
    orphanedTypes: parts.flatMap(({ types = [] }) => types),
    skipCheck: true,
    validate: false,
  });
  const body = printSchemaWithDirectives(lexicographicSortSchema(classes))
    .replace(/^type Query \{/m, `"""Points d'entrée du graphe."""\ntype Query {`)
    .replace(/: \w+Connection!?/g, `$& ${pageSize}`);
  const used = [...new Set(body.match(/@[a-zA-Z]+/g))].filter((name) => federationDirectives.has(name)).sort();
  const imports = used.map((name) => JSON.stringify(name)).join(", ");
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n\n${body}\n`;
  const resolvers = createResolversMap(classes) as Record<string, Record<string, unknown>>;
  for (const { references = {} } of parts)
    for (const [type, find] of Object.entries(references)) resolvers[type] = { ...resolvers[type], __resolveReference: find };
  const typeDefs = parse(sdl);
  refuseUndeclared(name, typeDefs);
  return {
    name,
    tables: {
      name,
      open: [...new Set(parts.flatMap(({ open = [] }) => open)), Source],
      restricted: parts.flatMap(({ restricted = [] }) => restricted),
    },
    readings: allReadings(name, parts),
    sdl,
    schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
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

/** Every type says who may read it: `@Open()`, `@Restricted(scope)`, or `@inaccessible` for what only the gateway asks. */
function refuseUndeclared(name: string, { definitions }: DocumentNode): void {
  const undeclared = definitions.filter(
    (node) =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
      node.name.value !== "Query" &&
      !node.directives?.some((directive) => ["tag", "inaccessible"].includes(directive.name.value)),
  ) as ObjectTypeDefinitionNode[];
  if (undeclared.length > 0)
    throw new Error(`${name}: ${undeclared.map((node) => node.name.value).join(", ")} must be @Open() or @Restricted(scope)`);
}
