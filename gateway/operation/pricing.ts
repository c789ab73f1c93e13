import {
  buildASTSchema,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLNamedType,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isListType,
  Kind,
  parse,
  type SelectionSetNode,
} from "graphql";
import { limitError } from "../../foundation/errors.ts";
import { type Limits, maxRows } from "../../foundation/limits.ts";
import { responseKey } from "../response-key.ts";
import { type Price, type PricedField, priceOf } from "./price.ts";

/** The schema in the answer of an introspection is some hundred objects, and no subgraph is called. */
const introspectionWeight = 100;

function isIdentifiers(type: GraphQLInputType): boolean {
  const list = getNullableType(type);
  return isListType(list) && getNullableType(list.ofType) === GraphQLID;
}

/**
 * Prices operations by the `@cost` and `@listSize` of a supergraph; where they say nothing, an object costs 1, a value 0, and a
 * list holds `assumedListSize`; a value under an alias costs 1. The document is one that `mergeSelections` wrote.
 */
export function createPricing(supergraph: string, { assumedListSize }: Pick<Limits, "assumedListSize">) {
  const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true });
  const costDirective = schema.getDirective("cost");
  const listSizeDirective = schema.getDirective("listSize");

  const weightOf = (element: GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLArgument, otherwise: number): number => {
    const cost = costDirective && element.astNode && getDirectiveValues(costDirective, element.astNode as never);
    return cost ? Number(cost.weight) : otherwise;
  };

  /** @param variables with their defaults. @throws TOO_MANY_ROWS. */
  return (document: DocumentNode, operationName: string | null | undefined, variables: Record<string, unknown>): Price => {
    const operation = getOperationAST(document, operationName);
    const root = operation && schema.getRootType(operation.operation);
    const total: PricedField = { weight: 0, itemWeight: 0, size: 1, isObject: true, fields: new Map() };
    if (!operation || !root) return priceOf(total);

    function collect(selectionSet: SelectionSetNode, type: GraphQLNamedType, into: PricedField, sized: Map<string, number>): void {
      for (const selection of selectionSet.selections) {
        if (selection.kind === Kind.FIELD) addField(selection, type, into, sized);
        if (selection.kind === Kind.INLINE_FRAGMENT)
          collect(selection.selectionSet, schema.getType(selection.typeCondition!.name.value)!, into, sized);
      }
    }

    function addField(node: FieldNode, parent: GraphQLNamedType, into: PricedField, sized: Map<string, number>): void {
      const name = node.name.value;
      const key = responseKey(node);
      const field = "getFields" in parent ? (parent.getFields()[name] as GraphQLField<unknown, unknown> | undefined) : undefined;
      if (name === "__typename") return;
      if (!field)
        return void into.fields.set(key, { weight: introspectionWeight, itemWeight: 0, size: 1, isObject: true, fields: new Map() });
      const type = getNamedType(field.type);
      const values = getArgumentValues(field, node, variables);
      const given = field.args.filter(({ name }) => values[name] !== undefined);
      const { size, sizedFields } = sizesOf(field, values, sized.get(name));
      const weight = given.reduce((sum, argument) => sum + weightOf(argument, 0), weightOf(field, 0));
      // The same value under ten names weighs ten times as much in the answer.
      const itemWeight = weightOf(type, isCompositeType(type) || node.alias ? 1 : 0);
      if (!node.selectionSet && weight === 0 && itemWeight === 0) return; // most fields: nothing to count in the answer
      const known = into.fields.get(key) ?? { weight, itemWeight, size, fields: new Map<string, PricedField>() };
      const priced = {
        weight: Math.max(weight, known.weight),
        itemWeight: Math.max(itemWeight, known.itemWeight),
        size: Math.max(size, known.size),
        isObject: isCompositeType(type),
        fields: known.fields,
      };
      into.fields.set(key, priced);
      if (node.selectionSet) collect(node.selectionSet, type, priced, sizedFields);
    }

    function sizesOf(field: GraphQLField<unknown, unknown>, values: Record<string, unknown>, sizeByParent: number | undefined) {
      const said = listSizeDirective && field.astNode && getDirectiveValues(listSizeDirective, field.astNode);
      const slices = ((said?.slicingArguments ?? []) as string[]).map((name) => values[name]).filter((value) => typeof value === "number");
      if (slices.some((slice) => slice < 1 || slice > maxRows)) throw limitError("TOO_MANY_ROWS", maxRows);
      // A list of identifiers asks for one row each.
      const identifiers = field.args.filter(({ type }) => isIdentifiers(type)).map(({ name }) => values[name]);
      const asked = identifiers.find(Array.isArray)?.length;
      const ownSize = slices.length > 0 ? Math.max(...slices) : (asked ?? (said?.assumedSize as number | undefined) ?? assumedListSize);
      const sizedFields = new Map(((said?.sizedFields ?? []) as string[]).map((name) => [name, ownSize]));
      return { size: isListType(getNullableType(field.type)) ? (sizeByParent ?? ownSize) : 1, sizedFields };
    }

    collect(operation.selectionSet, root, total, new Map());
    return priceOf(total);
  };
}
