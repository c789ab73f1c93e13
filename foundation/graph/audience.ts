import { Directive } from "type-graphql";
import type { Scope } from "../rights/scopes.ts";

/** Every type says who may read it; the gateway and the printed open schema follow. */

/** A type whose fields are open data, except those that are `@Protected`. */
export function Open(): ClassDecorator {
  return (target) => Directive('@tag(name: "open")')(target as never);
}

/** A type that is read only by holders of the scope: protected fields lead to it, and nothing else does. */
export function Restricted(scope: Scope): ClassDecorator {
  return (target) => {
    Directive(`@requiresScopes(scopes: [["${scope}"]])`)(target as never);
    Directive('@tag(name: "restricted")')(target as never);
  };
}
