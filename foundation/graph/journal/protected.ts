import { createMethodMiddlewareDecorator } from "type-graphql";
import type { Scope } from "../../rights/scopes.ts";
import { Restricted } from "../audience.ts";
import type { Context } from "../context.ts";
import { readProtected } from "./read-protected.ts";

interface Protection<Root> {
  scope: Scope;
  /** Codes of the departments the object lies in: the caller must hold the scope in each. */
  departments: (root: Root, args: Record<string, unknown>) => string[];
  /** Type and identifier of what is read, for the access journal. */
  subject: (root: Root, args: Record<string, unknown>) => string;
}

/**
 * A field for those who hold a scope where the object lies: the gateway checks the scope, this checks the territory too
 * and keeps the journal, and the row-level policies of the tables check once more.
 */
export function Protected<Root>({ scope, departments, subject }: Protection<Root>): MethodDecorator {
  const guard = createMethodMiddlewareDecorator<Context>(({ root, args, context }, next) =>
    readProtected(context, { scope, subject: subject(root, args), departments: departments(root, args) }, next),
  );
  return (target, key, descriptor) => {
    Restricted(scope)(target, key, descriptor);
    guard(target, key, descriptor);
  };
}
