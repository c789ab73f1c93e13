import { getArgumentValues, isNonNullType } from "graphql";
import { type AskedField, infoOf } from "./field-info.ts";
import { isPromise } from "./is-promise.ts";
import type { Place } from "./place.ts";
import type { Run, WriteFields } from "./run.ts";
import type { FieldsOf } from "./write-object.ts";
import { valueWriter } from "./write-value.ts";

/**
 * How a field of an object is found and written (ExecuteField in the specification).
 * @param index its own among the fields of the operation
 */
export function fieldWriter(field: AskedField, index: number, fieldsOf: FieldsOf): WriteFields {
  const { definition, key, nodes } = field;
  const { resolve, name } = definition;
  const hasArguments = definition.args.length > 0;
  const nullable = !isNonNullType(definition.type);
  const write = valueWriter(definition.type, field, fieldsOf);
  const readArguments = (variables: Record<string, unknown>) => getArgumentValues(definition, nodes[0]!, variables);
  const argumentsIn = (run: Run) => (hasArguments ? run.argumentsOf(index, readArguments) : {});

  function find(run: Run, object: unknown, place: Place): unknown {
    if (resolve) return resolve(object, argumentsIn(run), run.context, infoOf(field, run, place));
    const holder = object as Record<string, unknown> | null | undefined;
    const value = holder?.[name];
    return typeof value === "function" ? value.call(holder, argumentsIn(run), run.context, infoOf(field, run, place)) : value;
  }

  return (run, object, data, place) => {
    let value: unknown;
    try {
      value = find(run, object, place);
    } catch (error) {
      run.fail(error, nodes, data, key, place, nullable);
      return;
    }
    if (!isPromise(value)) {
      write(run, value, data, key, place);
      return;
    }
    data[key] = undefined; // its turn in the answer
    run.wait(
      value,
      (found) => write(run, found, data, key, place),
      (error) => run.fail(error, nodes, data, key, place, nullable),
    );
  };
}
