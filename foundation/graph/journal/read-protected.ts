import { forbidden } from "../../errors.ts";
import { grantFor } from "../../rights/rights.ts";
import type { Context } from "../context.ts";
import { type Access, recordAccess } from "./record-access.ts";

/** What is to be read: under which scope, its type and identifier, and the codes of the departments it lies in. */
type Asked = Pick<Access, "scope" | "subject" | "departments">;

/**
 * Reads for those who hold the scope in all the departments where the object lies, and keeps the journal of who read or was refused.
 * Where nobody knows where it lies, nobody holds it.
 * @throws FORBIDDEN, PURPOSE_REQUIRED, JOURNAL_UNAVAILABLE
 */
export async function readProtected<Value>(context: Context, asked: Asked, read: () => Promise<Value>): Promise<Value> {
  const { scope, departments } = asked;
  const grant = departments.length > 0 ? grantFor(context.rights, scope, departments) : undefined;
  if (!grant) {
    await recordAccess(context, { ...asked, rows: 0, habilitation: null, purpose: null, allowed: false });
    throw forbidden(scope, departments);
  }
  const value = await read();
  const { habilitation, purpose } = grant;
  await recordAccess(context, { ...asked, rows: rowsIn(value), habilitation, purpose, allowed: true });
  return value;
}

function rowsIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  const { nodes } = value as { nodes?: unknown[] };
  return Array.isArray(value) ? value.length : (nodes?.length ?? 1);
}
