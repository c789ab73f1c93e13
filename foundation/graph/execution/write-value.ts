import {
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLNullableType,
  getNullableType,
} from "graphql";
import { isTurnLong } from "../../turns.ts";
import type { AskedField } from "./field-info.ts";
import { isPromise } from "./is-promise.ts";
import { type Container, Place } from "./place.ts";
import type { Write } from "./run.ts";
import { abstractWriter, type FieldsOf, objectWriter } from "./write-object.ts";

/** How the value of a field, or of an item of its list, is written (CompleteValue in the specification). */
export function valueWriter(type: GraphQLOutputType, field: AskedField, fieldsOf: FieldsOf): Write {
  const nullable = !isNonNullType(type);
  const write = nonNullWriter(getNullableType(type), nullable, field, fieldsOf);
  const { parentType, definition, nodes } = field;
  return (run, value, container, key, place) => {
    try {
      if (value instanceof Error) throw value;
      if (value != null) write(run, value, container, key, place);
      else if (nullable) container[key] = null;
      else throw new Error(`Cannot return null for non-nullable field ${parentType}.${definition.name}.`);
    } catch (error) {
      run.fail(error, nodes, container, key, place, nullable);
    }
  };
}

function nonNullWriter(type: GraphQLNullableType, nullable: boolean, field: AskedField, fieldsOf: FieldsOf): Write {
  if (isLeafType(type)) return leafWriter(type);
  if (isListType(type)) return listWriter(type as GraphQLList<GraphQLOutputType>, nullable, field, fieldsOf);
  if (isAbstractType(type)) return abstractWriter(type, nullable, field, fieldsOf);
  return objectWriter(type as never, nullable, field, fieldsOf);
}

function leafWriter(type: GraphQLLeafType): Write {
  return (_, value, container, key) => {
    const written = type.serialize(value);
    if (written == null) throw new Error(`"${type}" makes nothing of a value.`);
    container[key] = written;
  };
}

function listWriter({ ofType }: GraphQLList<GraphQLOutputType>, nullable: boolean, field: AskedField, fieldsOf: FieldsOf): Write {
  const writeItem = valueWriter(ofType, field, fieldsOf);
  const isItemNullable = !isNonNullType(ofType);
  /** Not a list of lists: what is promised in an inner one is heard of only once it is written. */
  const mayRest = !isListType(getNullableType(ofType));
  const { parentType, definition, nodes } = field;
  return (run, value, container, key, place) => {
    if (typeof value !== "object" || !(Symbol.iterator in value!))
      throw new Error(`Expected Iterable, but did not find one for field "${parentType}.${definition.name}".`);
    const values = Array.isArray(value) ? value : [...(value as Iterable<unknown>)];
    const list: unknown[] = [];
    container[key] = list;
    if (!run.admits(values.length)) return;
    const items = list as unknown as Container;
    const here = new Place(place, key, typeof key === "string" ? parentType.name : undefined, container, nullable);
    list.length = values.length;
    // Promises first, even where the list is null already: nobody else would hear of their failure.
    values.forEach((item, index) => {
      if (!isPromise(item)) return;
      list[index] = undefined;
      run.wait(
        item,
        (found) => here.isNull || writeItem(run, found, items, index, here),
        (error) => run.fail(error, nodes, items, index, here, isItemNullable),
      );
    });
    writeFrom(0);

    function writeFrom(first: number): void {
      for (let index = first; index < values.length && !here.isNull; index++) {
        if (isPromise(values[index])) continue;
        if (mayRest && isTurnLong()) {
          run.later(() => writeFrom(index));
          return;
        }
        writeItem(run, values[index], items, index, here);
      }
    }
  };
}
