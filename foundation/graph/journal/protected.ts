import { createMethodMiddlewareDecorator, Directive } from "type-graphql";
import { forbidden } from "../../errors.ts";
import { grantFor } from "../../rights/rights.ts";
import type { Scope } from "../../rights/scopes.ts";
import type { Context } from "../context.ts";
import { recordAccess } from "./record-access.ts";

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
  const guard = createMethodMiddlewareDecorator<Context>(async ({ root, args, context }, next) => {
    const where = departments(root, args);
    const grant = grantFor(context.rights, scope, where);
    const access = { scope, subject: subject(root, args), departments: where };
    if (!grant) {
      await recordAccess(context, { ...access, rows: 0, habilitation: null, purpose: null, allowed: false });
      throw forbidden(scope, where);
    }
    const value = await next();
    await recordAccess(context, {
      ...access,
      rows: rowsIn(value),
      habilitation: grant.habilitation,
      purpose: grant.purpose,
      allowed: true,
    });
    return value;
  });
  return (target, key, descriptor) => {
    RequiresScope(scope)(target, key, descriptor);
    guard(target, key, descriptor);
  };
}

/** What the gateway checks of a protected field; its resolver checks the territory itself. */
export function RequiresScope(scope: Scope): MethodDecorator {
  return (target, key, descriptor) => {
    Directive(`@requiresScopes(scopes: [["${scope}"]])`)(target, key, descriptor as never);
    Directive('@tag(name: "restricted")')(target, key, descriptor as never);
  };
}

function rowsIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  const { nodes } = value as { nodes?: unknown[] };
  return Array.isArray(value) ? value.length : (nodes?.length ?? 1);
}
