import { Field, Float, ID, Int } from "type-graphql";
import { PrimaryKey, Property } from "../tables/columns.ts";
import { DateScalar, DateTimeScalar } from "./scalars.ts";

/** Columns by their type in PostgreSQL, and what the graph shows of them. */
const types = {
  text: () => String,
  integer: () => Int,
  double: () => Float,
  boolean: () => Boolean,
  date: () => DateScalar,
  datetime: () => DateTimeScalar,
  "text[]": () => [String],
} as const;

interface ShownOptions {
  nullable?: boolean;
  /** The primary key of the table, an ID of the graph. */
  key?: boolean;
}

/**
 * A property that is a column of the table and a field of the type.
 * @param type of the column; or an enumeration, or a list of its values, kept as text
 * @param description French: full name, unit, source, legal reference
 */
export function Shown(
  type: keyof typeof types | object,
  description: string,
  { nullable = false, key = false }: ShownOptions = {},
): PropertyDecorator {
  const column = typeof type === "string" ? type : Array.isArray(type) ? "text[]" : "text";
  const field = key ? () => ID : typeof type === "string" ? types[type as keyof typeof types] : () => type;
  return (target, name) => {
    (key ? PrimaryKey : Property)({ type: column, nullable })(target, name as string);
    Field(field as never, { nullable, description })(target, name);
  };
}
