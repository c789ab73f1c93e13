import type { PolicyDef } from "@mikro-orm/core";
import { departmentsByScope, type Rights } from "./rights.ts";
import type { Scope } from "./scopes.ts";

/** The role that serves requests: it owns nothing, and reads only what the policies let it. */
export const readerRole = "cdsf_hub_reader";

/** The session variable in which policies find the departments where the caller holds each scope. */
export const rightsVariable = "hub.rights";

/** The variables of a caller's session; undefined for open data: no policy opens without them. */
export function sessionOf(rights: Rights): Record<string, string> | undefined {
  return rights.grants.length > 0 ? { [rightsVariable]: JSON.stringify(departmentsByScope(rights)) } : undefined;
}

const held = (scope: Scope) => `nullif(current_setting('${rightsVariable}', true), '')::jsonb -> '${scope}'`;

/** SQL: whether the caller holds a scope in the department that an expression gives. */
export function holds(scope: Scope, department: string): string {
  return `jsonb_exists(${held(scope)}, ${department})`;
}

/** SQL: whether the caller holds a scope in every department of an array. */
export function holdsInAll(scope: Scope, departments: string): string {
  return `(cardinality(${departments}) > 0 and jsonb_exists_all(${held(scope)}, ${departments}))`;
}

/** The policy of a restricted table: the rows that a request may read. */
export function readableWhere(using: string): PolicyDef {
  return { name: "readable", command: "select", using };
}
