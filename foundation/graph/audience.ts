import { Directive } from "type-graphql";
import type { Scope } from "../rights/scopes.ts";

/** Every type says who may read it; the gateway and the printed open schema follow. */

/** A type whose fields are open data, except those that are `@Protected`. */
export function Open(): ClassDecorator {
  return (target) => Directive('@tag(name: "open")')(target as never);
}

/**
 * A type or a field that is read only by holders of the scope. The gateway checks no more than that: what resolves a field reads
 * through `readProtected`, and a type is reached through such fields only.
 */
export function Restricted(scope: Scope): ClassDecorator & MethodDecorator {
  return (target: object, key?: string | symbol) => {
    for (const directive of [`@requiresScopes(scopes: [["${scope}"]])`, '@tag(name: "restricted")']) {
      Directive(directive)(target, key as string);
    }
  };
}
