import { buildSubgraphSchema } from "@apollo/subgraph";
import type { EntityClass } from "@mikro-orm/core";
import { type GraphQLSchema, print } from "graphql";
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap } from "type-graphql";
import type { Dataset } from "../imports/dataset.ts";
import { ObservationResolver } from "../numbers/observation.resolver.ts";
import { accessJournalResolver } from "./access-journal.resolver.ts";
import type { Context } from "./context.ts";
import { federatedDocument } from "./sdl.ts";

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
  const typeDefs = federatedDocument(definition.name, classes);
  const resolvers = createResolversMap(classes) as Record<string, Record<string, unknown>>;
  for (const [type, find] of Object.entries(definition.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: find };
  }
  return { ...definition, sdl: `${print(typeDefs)}\n`, schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]) };
}
