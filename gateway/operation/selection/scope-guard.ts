import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import type { Rights } from "../../../foundation/rights/rights.ts";

/** Scopes of which one list must be held whole; an empty list: any caller with a token. */
type Requirement = string[][];

/** The scope for want of which a field is refused; null: it is not. */
export type MissingScope = (type: string, field: string) => string | null;

/** Callers for whom an operation is prepared alike. */
export interface Audience {
  /** The same for all of them. */
  key: string;
  isKnown: boolean;
  missingScope: MissingScope;
}

/**
 * Guards fields by the scopes that a supergraph requires, before they are planned: what a caller holds in no department is refused here
 * and asked of nobody. Where he holds it elsewhere only, the subgraph refuses.
 */
export function scopeGuard(supergraph: GraphQLSchema): (rights: Rights) => Audience {
  const required = requirements(supergraph);
  const audiences = new WeakMap<Rights, Audience>();

  function audienceOf({ client, grants }: Rights): Audience {
    const held = new Set<string>(grants.flatMap(({ scopes }) => scopes));
    const isKnown = client !== null;
    const isMet = (requirement: Requirement) => isKnown && requirement.some((scopes) => scopes.every((scope) => held.has(scope)));
    return {
      key: isKnown ? `known ${[...held].sort().join(" ")}` : "",
      isKnown,
      missingScope(type, field) {
        const unmet = required.get(`${type}.${field}`)?.find((requirement) => !isMet(requirement));
        return unmet ? unmet.flat().join(" ou ") || "jeton" : null;
      },
    };
  }

  return (rights) => {
    const known = audiences.get(rights);
    if (known) return known;
    const audience = audienceOf(rights);
    audiences.set(rights, audience);
    return audience;
  };
}

/** What each field of each type requires, by `Type.field`, with what its type, its result and its implementations require. */
function requirements(schema: GraphQLSchema): Map<string, Requirement[]> {
  const scopes = schema.getDirective("requiresScopes");
  const token = schema.getDirective("authenticated");
  const declared = ({ astNode }: GraphQLNamedType | GraphQLField<unknown, unknown>): Requirement[] => {
    const said = scopes && astNode && (getDirectiveValues(scopes, astNode)?.scopes as Requirement | undefined);
    const isForKnown = token && astNode && getDirectiveValues(token, astNode) !== undefined;
    return [...(said ? [said] : []), ...(isForKnown ? [[[]]] : [])];
  };
  const found = new Map<string, Requirement[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const implementations = isInterfaceType(type)
        ? schema.getPossibleTypes(type).flatMap((each) => [each, each.getFields()[field.name]!])
        : [];
      const required = [type, field, getNamedType(field.type), ...implementations].flatMap(declared);
      if (required.length > 0) found.set(`${type.name}.${field.name}`, required);
    }
  }
  return found;
}
