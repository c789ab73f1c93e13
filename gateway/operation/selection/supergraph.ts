import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  getDirectiveValues,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
  Kind,
  parse,
} from "graphql";
import { scalars } from "../../../foundation/graph/scalars.ts";
import { clientSchema } from "../document/client-schema.ts";

/** A Federation 2 supergraph: what clients see of it, and what plans and guards ask of the whole. */
export interface Supergraph {
  /** What clients see. */
  schema: GraphQLSchema;
  /** Everything, with its directives: what clients do not see too. */
  full: GraphQLSchema;
  /** The names of the types that satisfy a type condition: itself, what implements it, its members. */
  isA(condition: string): ReadonlySet<string>;
  isAbstract(name: string): boolean;
  /** Whether a field of the whole supergraph is never null. */
  isRequired(type: string, field: string): boolean;
  /** Whether an enumeration has a value, also one that clients do not see. */
  hasEnumValue(type: string, value: unknown): boolean;
  /** Where each subgraph says that it answers. */
  urls: ReadonlyMap<string, string>;
}

/**
 * @param consumerSchema the planner's: the supergraph without what is internal or inaccessible.
 * @throws where either is no schema.
 */
export function readSupergraph(sdl: string, consumerSchema: string): Supergraph {
  const full = buildASTSchema(parse(sdl, { noLocation: true }), { assumeValidSDL: true });
  const satisfying = new Map<string, ReadonlySet<string>>();
  return {
    schema: clientSchema(publicSchema(consumerSchema), scalars),
    full,
    isA(condition) {
      const known = satisfying.get(condition);
      if (known) return known;
      const names = new Set([condition, ...namesBelow(full, condition)]);
      satisfying.set(condition, names);
      return names;
    },
    isAbstract: (name) => isAbstractType(full.getType(name)),
    isRequired(type, field) {
      const parent = full.getType(type);
      return (isObjectType(parent) || isInterfaceType(parent)) && isNonNullType(parent.getFields()[field]?.type);
    },
    hasEnumValue(type, value) {
      const known = full.getType(type);
      return isEnumType(known) && typeof value === "string" && known.getValue(value) !== undefined;
    },
    urls: urlsOf(full),
  };
}

function namesBelow(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (isUnionType(type)) return type.getTypes().map((member) => member.name);
  if (!isInterfaceType(type)) return [];
  const { objects, interfaces } = schema.getImplementations(type);
  return [...objects, ...interfaces].map((each) => each.name);
}

function urlsOf(schema: GraphQLSchema): Map<string, string> {
  const graphs = schema.getType("join__Graph");
  const directive = schema.getDirective("join__graph");
  if (!isEnumType(graphs) || !directive) return new Map();
  return new Map(
    graphs.getValues().flatMap(({ astNode }) => {
      const said = astNode && getDirectiveValues(directive, astNode);
      return said ? [[String(said.name), String(said.url)]] : [];
    }),
  );
}

/** The planner writes what every schema has of itself (`__Schema`, `Query.__schema`, `Int`, `@skip`); graphql-js adds its own. */
function publicSchema(consumerSchema: string): GraphQLSchema {
  const document = parse(consumerSchema, { noLocation: true });
  const definitions = document.definitions.flatMap((node): DocumentNode["definitions"] => {
    if (!("name" in node) || !node.name) return [node];
    if (node.name.value.startsWith("__")) return [];
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION && isSpecifiedScalarType({ name: node.name.value } as never)) return [];
    if (node.kind === Kind.DIRECTIVE_DEFINITION && isSpecifiedDirective({ name: node.name.value } as never)) return [];
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [node];
    return [{ ...node, fields: node.fields?.filter(({ name }) => !name.value.startsWith("__")) ?? [] }];
  });
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions });
}
