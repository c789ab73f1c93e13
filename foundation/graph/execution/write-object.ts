import { defaultTypeResolver, type GraphQLAbstractType, type GraphQLObjectType, isObjectType } from "graphql";
import { type AskedField, infoOf } from "./field-info.ts";
import { Data, Place } from "./place.ts";
import type { Write, WriteFields } from "./run.ts";

/** What the selections of a field ask of an object of this type. */
export type FieldsOf = (type: GraphQLObjectType) => WriteFields;

export function objectWriter(type: GraphQLObjectType, nullable: boolean, field: AskedField, fieldsOf: FieldsOf): Write {
  const { isTypeOf } = type;
  let writeFields: WriteFields | undefined;
  return (run, value, container, key, place) => {
    if (isTypeOf && isTypeOf(value, run.context, infoOf(field, run, place)) !== true)
      throw new Error(`Expected value of type "${type}" but got another.`);
    writeFields ??= fieldsOf(type); // a type may hold itself
    const data = new Data();
    container[key] = data;
    writeFields(run, value, data, new Place(place, key, typeof key === "string" ? field.parentType.name : undefined, container, nullable));
  };
}

/** The type of a value is known at once, as type-graphql knows it: one that is only promised is refused. */
export function abstractWriter(type: GraphQLAbstractType, nullable: boolean, field: AskedField, fieldsOf: FieldsOf): Write {
  const { schema } = field.operation;
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const writers = new Map<unknown, Write>();
  return (run, value, container, key, place) => {
    const name = resolveType(value, run.context, infoOf(field, run, place), type);
    let write = writers.get(name);
    if (!write) {
      const found = typeof name === "string" ? schema.getType(name) : undefined;
      if (!isObjectType(found) || !schema.isSubType(type, found))
        throw new Error(`"${type}" of ${field.parentType}.${field.definition.name} is no type: ${String(name)}.`);
      write = objectWriter(found, nullable, field, fieldsOf);
      writers.set(name, write);
    }
    write(run, value, container, key, place);
  };
}
