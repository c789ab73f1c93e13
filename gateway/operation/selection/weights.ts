import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** What one field costs, by the IBM cost specification. */
export interface Weight {
  /** Of the field itself, with the arguments that it is given. */
  field: number;
  /** Of each object or value that it answers. */
  item: number;
}

/** @param type that has the field */
export type WeightOf = (type: string, node: FieldNode) => Weight;

/** Of what is free. */
const nothing: Weight = Object.freeze({ field: 0, item: 0 });

/** The schema in the answer of an introspection is some hundred objects, and no subgraph is called. */
const introspection: Weight = Object.freeze({ field: 100, item: 0 });

/**
 * Weights by the `@cost` of a supergraph; where it says nothing, an object costs 1, a value 0. A value under an alias costs 1: the same
 * under ten names weighs ten times as much in the answer.
 */
export function weightsOf(supergraph: GraphQLSchema): WeightOf {
  const directive = supergraph.getDirective("cost");
  const said = ({ astNode }: GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLArgument, otherwise: number): number => {
    const cost = directive && astNode && getDirectiveValues(directive, astNode as never);
    return cost ? Number(cost.weight) : otherwise;
  };
  return (typeName, node) => {
    if (node.name.value.startsWith("__")) return node.name.value === "__typename" ? nothing : introspection;
    const parent = supergraph.getType(typeName);
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) throw new Error(`${typeName}.${node.name.value} is not in the supergraph`);
    const given = field.args.filter(({ name }) => node.arguments?.some((argument) => argument.name.value === name));
    const type = getNamedType(field.type);
    return {
      field: given.reduce((sum, argument) => sum + said(argument, 0), said(field, 0)),
      item: said(type, isCompositeType(type) || node.alias ? 1 : 0),
    };
  };
}
