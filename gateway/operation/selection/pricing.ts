import {
  type FieldNode,
  type GraphQLField,
  GraphQLID,
  GraphQLInt,
  type GraphQLNamedInputType,
  type GraphQLInputType,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  type SelectionSetNode,
} from "graphql";
import { limitError } from "../../../foundation/errors.ts";
import { type Limits, maxListed, maxRows, maxYears } from "../../../foundation/limits.ts";
import { type Price, type PricedField, priceOf } from "./price.ts";
import { type AskedField, type Selected, setsOf, whatIsAsked } from "./selections.ts";
import type { Supergraph } from "./supergraph.ts";
import type { WeightOf } from "./weights.ts";

/** What one operation is expected to cost with these variables, their defaults included. @throws TOO_MANY_ROWS */
export type PriceOperation = (variables: Readonly<Record<string, unknown>>) => Price;

/** Prices operations by the weights of their fields and the `@listSize` of the supergraph: without it, a list holds `assumedListSize`. */
export function createPricing(supergraph: Supergraph, weightOf: WeightOf, limits: Pick<Limits, "assumedListSize">) {
  const { full } = supergraph;

  return (selected: Selected): PriceOperation =>
    (variables) => {
      const sizes = sizesOf(supergraph, variables, limits);
      const total: PricedField = { weight: 0, repeated: 0, itemWeight: 0, size: 1, isObject: true, fields: new Map() };
      const { operation } = selected;

      function collect(type: string, sets: readonly SelectionSetNode[], into: PricedField, sized: Sizes): void {
        const { fields, narrower } = whatIsAsked(supergraph, selected, type, sets);
        for (const [key, asked] of fields) if (asked.missing === null) addField(key, asked, type, into, sized);
        for (const [condition, inner] of narrower) collect(condition, inner, into, sized);
      }

      function addField(key: string, asked: AskedField, parent: string, into: PricedField, sized: Sizes): void {
        const node = asked.nodes[0]!;
        const name = node.name.value;
        if (name === "__typename") return;
        const { field: ownWeight, item: itemWeight } = weightOf(parent, node);
        const type = full.getType(parent)!;
        const field = "getFields" in type ? (type.getFields()[name] as GraphQLField<unknown, unknown> | undefined) : undefined;
        if (!field)
          return void into.fields.set(key, { weight: ownWeight, repeated: 0, itemWeight, size: 1, isObject: true, fields: new Map() }); // introspection
        const { size, sizedFields, repeated, written } = sizes(field, node, sized.get(name));
        const result = getNamedType(field.type);
        const weight = ownWeight + (operation.operation === "mutation" ? written() : 0);
        if (!isCompositeType(result) && weight === 0 && repeated === 0 && itemWeight === 0) return; // most fields: nothing to count
        const known = into.fields.get(key);
        const priced: PricedField = {
          weight: Math.max(weight, known?.weight ?? 0),
          repeated: Math.max(repeated, known?.repeated ?? 0),
          itemWeight: Math.max(itemWeight, known?.itemWeight ?? 0),
          size: Math.max(size, known?.size ?? 0),
          isObject: isCompositeType(result),
          fields: known?.fields ?? new Map(),
        };
        into.fields.set(key, priced);
        if (isCompositeType(result)) collect(result.name, setsOf(asked), priced, sizedFields);
      }

      collect(full.getRootType(operation.operation)!.name, [operation.selectionSet], total, new Map());
      return priceOf(total);
    };
}

/** How long the lists of an object are, by field, where a field above it says so. */
type Sizes = ReadonlyMap<string, number>;

function sizesOf(
  { full }: Supergraph,
  variables: Readonly<Record<string, unknown>>,
  { assumedListSize }: Pick<Limits, "assumedListSize">,
): (
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  byParent: number | undefined,
) => { size: number; sizedFields: Sizes; repeated: number; written: () => number } {
  const directive = full.getDirective("listSize");
  const cost = full.getDirective("cost");
  return (field, node, byParent) => {
    const said = directive && field.astNode && getDirectiveValues(directive, field.astNode);
    const values = getArgumentValues(field, node, variables);
    const slices = ((said?.slicingArguments ?? []) as string[]).map((name) => values[name]).filter((value) => typeof value === "number");
    if (slices.some((slice) => slice < 1 || slice > maxRows)) throw limitError("TOO_MANY_ROWS", maxRows);
    // A list of identifiers asks for one row each; one of years for as many times that, and for all that there may be where it is left out.
    const lists = (named: GraphQLNamedInputType) => field.args.filter(({ type }) => isListOf(type, named)).map(({ name }) => values[name]);
    const rows = lists(GraphQLID).find(Array.isArray)?.length ?? (said?.assumedSize as number | undefined) ?? assumedListSize;
    const times = lists(GraphQLInt).map((years) => (Array.isArray(years) ? years.length : maxYears))[0] ?? 1;
    const ownSize = slices.length > 0 ? Math.max(...slices) : Math.min(rows * times, maxListed);
    const sizedFields = new Map(((said?.sizedFields ?? []) as string[]).map((name) => [name, ownSize]));
    const repeated = field.args.reduce((sum, { name, astNode }) => {
      const weight = cost && astNode && getDirectiveValues(cost, astNode)?.weight;
      const value = values[name];
      return weight && Array.isArray(value) ? sum + Number(weight) * Math.max(0, value.length - 1) : sum;
    }, 0);
    return {
      repeated,
      size: isListType(getNullableType(field.type)) ? (byParent ?? ownSize) : 1,
      sizedFields,
      written: () => listedObjects(values),
    };
  };
}

/** What a call writes: the objects in the lists of its arguments. */
function listedObjects(value: unknown, isListed = false): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + listedObjects(item, true), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + listedObjects(inner), isListed ? 1 : 0);
}

function isListOf(type: GraphQLInputType, named: GraphQLNamedInputType): boolean {
  const list = getNullableType(type);
  return isListType(list) && getNullableType(list.ofType) === named;
}
