import { type ClassType, Directive, Field, ID, ObjectType } from "type-graphql";

interface ForeignType<Field extends string> {
  name: string;
  description: string;
  /** The field by which its owner finds an object again, and its description. */
  key: { field: Field; description: string };
  /** A field of the owner's that always has the key's value, under the name that its interface gives it. */
  alias?: { field: Field; description: string };
  /** `Open()` or `Restricted(scope)`, as its owner says. */
  audience: ClassDecorator;
  /** False where the subgraph only names it, and adds no field to it. */
  resolvable?: boolean;
  /** An interface class of the subgraph. */
  implements?: object;
}

/** A class of its own for each call: two subgraphs of one process add other fields to the same type. */
export interface Stub<Field extends string> extends ClassType<Record<Field, string>> {
  /** The object with this key. */
  of(key: string): Record<Field, string>;
  /** For `references`: the object that a representation of the gateway names. */
  reference(representation: Record<Field, string>): Record<Field, string>;
}

/** A type that another subgraph owns, known here by its key: `Department.of("52")`. */
export function foreignType<Field extends string>(type: ForeignType<Field>): Stub<Field> {
  const { name, description, key, alias, audience, resolvable = true } = type;

  @ObjectType(name, { description, ...(type.implements && { implements: type.implements as never }) })
  @Directive(`@key(fields: "${key.field}"${resolvable ? "" : ", resolvable: false"})`)
  class Foreign {
    static of(value: string): Record<Field, string> {
      return Object.assign(new Foreign(), { [key.field]: value, ...(alias && { [alias.field]: value }) }) as never;
    }

    static reference(representation: Record<Field, string>): Record<Field, string> {
      return Foreign.of(representation[key.field]);
    }
  }
  audience(Foreign);
  Field(() => ID, { description: key.description })(Foreign.prototype, key.field);
  if (alias) {
    Field(() => ID, { description: alias.description })(Foreign.prototype, alias.field);
    Directive("@shareable")(Foreign.prototype, alias.field);
  }
  return Foreign as never;
}
