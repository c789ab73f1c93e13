import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  valueFromASTUntyped,
} from "graphql";

/**
 * The schema as clients know it: without the federation's directives and the types that only these name, and with scalars that
 * refuse what they do not mean. @param known scalars of ours; any other of a supergraph takes whatever it is given.
 */
export function clientSchema(schema: GraphQLSchema, known: readonly GraphQLScalarType[]): GraphQLSchema {
  const config = mapSchema(schema, {
    // Two scalars of one name and another description are not the same.
    [MapperKind.SCALAR_TYPE]: (type) => {
      const ours = known.find(({ name, description }) => name === type.name && description === type.description);
      return ours ? checking(type, ours) : type;
    },
  }).toConfig();
  return new GraphQLSchema({
    ...config,
    types: config.types.filter((type) => isObjectType(type) || isInterfaceType(type)),
    directives: config.directives.filter(
      (directive) => isSpecifiedDirective(directive) || directive.locations.some((location) => inDocuments.has(location)),
    ),
  });
}

/** Where a client can write a directive. */
const inDocuments = new Set<string>([
  "QUERY",
  "MUTATION",
  "FIELD",
  "FRAGMENT_DEFINITION",
  "FRAGMENT_SPREAD",
  "INLINE_FRAGMENT",
  "VARIABLE_DEFINITION",
]);

/** A scalar that refuses what `ours` does, and leaves each value as it was written: the subgraph reads it. */
function checking(type: GraphQLScalarType, ours: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({
    ...type.toConfig(),
    parseValue(value) {
      ours.parseValue(value);
      return value;
    },
    parseLiteral(node, variables) {
      try {
        ours.parseLiteral(node, variables);
      } catch {
        throw new GraphQLError(type.name, { nodes: node });
      }
      return valueFromASTUntyped(node, variables);
    },
  });
}
