import { type GraphQLSchema, type GraphQLUnionType, isObjectType } from "graphql";
import { isPromise } from "./execution/is-promise.ts";
import type { Part } from "./part.ts";

/** What the gateway sends of an entity: its type, and the fields of a key. */
interface Representation {
  __typename: string;
}

/**
 * Resolves `_entities` in place of @apollo/subgraph, which writes the type's name on what it finds and promises what is at hand:
 * here what is found may be frozen, and shared with other calls.
 * @param references by type; of a type that has none, the representation is all that there is
 */
export function resolveEntities(schema: GraphQLSchema, references: NonNullable<Part["references"]>): void {
  const field = schema.getQueryType()!.getFields()._entities;
  if (!field) return;
  /** The type of each entity that a call has found, by the context of the call. */
  const found = new WeakMap<object, Map<unknown, string>>();

  field.resolve = (_, { representations }: { representations: readonly Representation[] }, context) => {
    const types = found.get(context) ?? new Map<unknown, string>();
    found.set(context, types);
    return representations.map((representation) => {
      const { __typename: name } = representation;
      if (!isObjectType(schema.getType(name)))
        throw new Error(
          `The _entities resolver tried to load an entity for type "${name}", but no object or interface type of that name was found in the schema`,
        );
      const remember = (entity: unknown) => {
        types.set(entity, name);
        return entity;
      };
      const entity = Object.hasOwn(references, name) ? references[name]!(representation, context) : representation;
      return isPromise(entity) ? entity.then(remember) : remember(entity);
    });
  };
  (schema.getType("_Entity") as GraphQLUnionType).resolveType = (entity, context) => found.get(context)?.get(entity);
}
