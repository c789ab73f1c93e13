import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { isRow, type Row, type Run } from "../plan/run.ts";
import { type Selected, setsOf, whatIsAsked } from "../selection/selections.ts";
import type { Supergraph } from "../selection/supergraph.ts";
import type { WeightOf } from "../selection/weights.ts";
import { type IsExplained, whatIsExplained } from "./blame.ts";
import { compileIntrospection } from "./introspection.ts";
import { leafWriter } from "./leaves.ts";
import { dataKeysOf, keysOf, type Place, Places, pathOf } from "./place.ts";
import type { SourcesOf } from "./plan-sources.ts";
import type { Reports } from "./reports.ts";

/** Writes the gathered data as the operation's `data`: JSON, or null where a null that may not be reaches the top. */
export type Write = (run: Run) => string | null;

/** JSON of a value that is there; null where none can be written, which is told by then. */
type WriteValue = (value: unknown, run: Run, isExplained: IsExplained) => string | null;

interface Field {
  dataKey: string;
  lead: string;
  place: Place;
  isRequired: boolean;
  /** What it costs, beside what is in it. */
  weight: number;
  /** What needs no data: `__typename` of an object type, introspection, what the caller may not have. */
  own: ((run: Run) => string | null) | undefined;
  write: WriteValue;
}

interface Options {
  sourcesOf: SourcesOf;
  weightOf: WeightOf;
  reports: Reports;
}

/**
 * Compiles what graphql-js calls completion, by the public schema: each value checked against its type, nulls carried up to where they
 * may be, every null that neither the schema nor a source allowed explained by one error, and all that is written counted as cost.
 */
export function compileWriter(supergraph: Supergraph, selected: Selected, { sourcesOf, weightOf, reports }: Options): Write {
  const { schema } = supergraph;
  const { operation } = selected;
  const places = new Places();
  const objectWriters = new Map<string, WriteValue>();
  const writeRoot = objectWriter(schema.getRootType(operation.operation)!, [operation.selectionSet], null);
  return (run) => writeRoot(run.data, run, whatIsExplained(run));

  /** Made once for each place and type, whatever types the rows around have: there, they would multiply. */
  function objectWriter(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    place: Place | null,
    declared: string = type.name,
  ): WriteValue {
    const id = [type.name, declared, ...[place, ...sets].map((each) => places.numberOf(each))].join();
    const known = objectWriters.get(id);
    if (known) return known;
    const write = newObjectWriter(type, sets, place, declared);
    objectWriters.set(id, write);
    return write;
  }

  function newObjectWriter(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    place: Place | null,
    declared: string,
  ): WriteValue {
    const fields = fieldsOf(type, sets, place, declared);
    return (value, run, isExplained) => {
      if (!isRow(value)) return reports.wrong(run, place, type.name);
      const costBefore = run.cost;
      let text = "{";
      for (const field of fields) {
        const { dataKey, lead, own, isRequired } = field;
        let written: string | null;
        if (own) written = own(run);
        else {
          const found = value[dataKey];
          if (found === null || found === undefined) {
            if (isRequired || found === undefined) reports.missing(run, field, value, isExplained);
            written = null;
          } else written = field.write(found, run, isExplained);
        }
        if (written !== null) {
          run.cost += field.weight;
          text += lead + written;
        } else if (isRequired) {
          run.cost = costBefore;
          return null;
        } else text += `${lead}null`;
      }
      return `${text}}`;
    };
  }

  function fieldsOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], above: Place | null, declared: string): Field[] {
    return [...whatIsAsked(supergraph, selected, type.name, sets, declared).fields].map(([key, asked], n): Field => {
      const node = asked.nodes[0]!;
      const name = node.name.value;
      const dataKey = selected.dataKeyOf(node);
      const place = places.below(above, key, dataKey);
      const weight = weightOf(type.name, node);
      const field = {
        dataKey,
        lead: `${n === 0 ? "" : ","}${JSON.stringify(key)}:`,
        place,
        weight: weight.field,
        own: undefined,
        write: () => null,
      };
      if (name === "__typename") {
        const text = JSON.stringify(type.name);
        return { ...field, isRequired: true, own: () => text };
      }
      if (name === "__schema" || name === "__type")
        return { ...field, isRequired: name === "__schema", own: compileIntrospection(schema, key, asked.nodes, selected) };
      const definition = "getFields" in type ? (type.getFields()[name] as GraphQLField<unknown, unknown> | undefined) : undefined;
      if (!definition) throw new Error(`${type.name}.${name} is not in the schema`);
      const isRequired = isNonNullType(definition.type);
      if (asked.missing !== null) return { ...field, isRequired, own: refusal(place) };
      return { ...field, isRequired, write: writerOf(definition.type, setsOf(asked), place, weight.item) };
    });
  }

  function refusal(place: Place): (run: Run) => null {
    const keys = keysOf(place);
    return (run) => {
      if (!run.refusedAt.has(keys)) run.refusedAt.set(keys, pathOf(place, run));
      return null;
    };
  }

  /** @returns what writes values of the type that are not null. */
  function writerOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], place: Place, itemWeight: number): WriteValue {
    if (isNonNullType(type)) return writerOf(type.ofType, sets, place, itemWeight);
    if (isListType(type)) return listWriter(type.ofType, sets, place, itemWeight);
    const write = isLeafType(type)
      ? checkedLeaf(type, place)
      : isObjectType(type)
        ? objectWriter(type, sets, place)
        : abstractWriter(type, sets, place);
    if (itemWeight === 0) return write;
    return (value, run, isExplained) => {
      const written = write(value, run, isExplained);
      if (written !== null) run.cost += itemWeight;
      return written;
    };
  }

  function listWriter(type: GraphQLOutputType, sets: readonly SelectionSetNode[], list: Place, itemWeight: number): WriteValue {
    const place = places.below(list, null, null);
    const isRequired = isNonNullType(type);
    const item = writerOf(type, sets, place, itemWeight);
    return (value, run, isExplained) => {
      if (!Array.isArray(value)) return reports.wrong(run, list, "liste");
      const { indices, cost: costBefore } = run;
      const depth = indices.push(0) - 1;
      let text = "[";
      for (let n = 0; n < value.length; n++) {
        indices[depth] = n;
        const found: unknown = value[n];
        let written: string | null = null;
        if (found !== null && found !== undefined) written = item(found, run, isExplained);
        else if (isRequired) reports.cannotBeNull(run, place, isExplained);
        if (written === null && isRequired) {
          indices.length = depth;
          run.cost = costBefore;
          return null;
        }
        text += `${n === 0 ? "" : ","}${written}`;
      }
      indices.length = depth;
      return `${text}]`;
    };
  }

  function checkedLeaf(type: GraphQLLeafType, place: Place): WriteValue {
    const write = leafWriter(type);
    return (value, run) => write(value) ?? (supergraph.hasEnumValue(type.name, value) ? null : reports.wrong(run, place, type.name));
  }

  function abstractWriter(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], place: Place): WriteValue {
    const writers = new Map<string, WriteValue>();
    const { fields, narrower } = whatIsAsked(supergraph, selected, type.name, sets);
    const isSameForAll = narrower.size === 0 && [...fields.values()].every(({ nodes: [node] }) => node!.name.value !== "__typename");

    function writerFor(name: unknown): WriteValue {
      const actual = typeof name === "string" ? schema.getType(name) : undefined;
      if (isObjectType(actual) && supergraph.isA(type.name).has(actual.name)) return objectWriter(actual, sets, place, type.name);
      // Without a type's name, or with that of an interface object, there is what all its types have.
      if (name === undefined || (typeof name === "string" && supergraph.isAbstract(name)))
        return isSameForAll && isInterfaceType(type) ? objectWriter(type, sets, place) : unknownType;
      // A type that clients do not see.
      if (!actual && supergraph.isA(type.name).has(name as string)) return () => null;
      return (_, run) => reports.wrong(run, place, type.name);
    }

    const unknownType: WriteValue = (value, run, isExplained) => {
      const row = value as Row;
      const sources = sourcesOf([...dataKeysOf(place), "__typename"], row.__typename as string | undefined);
      const isNobodysFault = sources.some((source) => run.isUnresolved(row, source)) || isExplained(pathOf(place, run));
      return isNobodysFault ? null : reports.wrong(run, place, type.name);
    };

    return (value, run, isExplained) => {
      if (!isRow(value)) return reports.wrong(run, place, type.name);
      const name = value.__typename;
      const known = writers.get(name as string);
      if (known) return known(value, run, isExplained);
      const write = writerFor(name);
      if (schema.getType(name as string)) writers.set(name as string, write); // other names are what sources make up
      return write(value, run, isExplained);
    };
  }
}
