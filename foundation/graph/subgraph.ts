import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import type { EntityClass } from "@mikro-orm/core";
import { type DocumentNode, type GraphQLSchema, Kind, lexicographicSortSchema, type ObjectTypeDefinitionNode, parse } from "graphql";
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap } from "type-graphql";
import type { Dataset } from "../imports/dataset.ts";
import { ObservationResolver } from "../numbers/observation.resolver.ts";
import { accessJournalResolver } from "./access-journal.resolver.ts";
import type { Context } from "./context.ts";

/** A key of an entity as the gateway sends it, with the fields it was asked to bring along. */
// biome-ignore lint/suspicious/noExplicitAny: each type has a key of its own
type Key = any;

interface Definition {
  name: string;
  /** MikroORM entities: the tables of this subgraph whose every row is open data. */
  entities: EntityClass<object>[];
  /** Tables whose rows are not all open: each declares the policy that says who reads what. */
  restricted?: EntityClass<object>[];
  /** type-graphql resolver classes. */
  resolvers: BuildSchemaOptions["resolvers"];
  /** Types that are reached only by reference. */
  types?: BuildSchemaOptions["orphanedTypes"];
  /** How a type is found again by its key: `{ __typename, key }` → the row, or null where there is none. */
  references: Record<string, (key: Key, context: Context) => unknown>;
  /** What `npm run import -- <name> …` can read. */
  datasets: Dataset[];
}

export interface Subgraph extends Definition {
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

/** Builds a subgraph out of its table of contents: classes → SDL → executable federated schema. */
export function defineSubgraph(definition: Definition): Subgraph {
  const classes = buildSchemaSync({
    resolvers: [
      ObservationResolver,
      ...definition.resolvers,
      ...(definition.restricted ? [accessJournalResolver(definition.name)] : []),
    ] as never,
    orphanedTypes: definition.types ?? [],
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
  for (const [type, find] of Object.entries(definition.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: find };
  }
  const typeDefs = parse(sdl);
  refuseUndeclared(definition.name, typeDefs);
  return { ...definition, sdl, schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]) };
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
