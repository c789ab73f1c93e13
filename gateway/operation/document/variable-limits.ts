import { limitError } from "../../../foundation/errors.ts";
import type { Limits } from "../../../foundation/limits.ts";

/** @throws the limit that the variables of a request go beyond. Does not recurse: they may be nested without end. */
export function checkVariables(variables: Record<string, unknown>, { maxVariables, maxVariableValues }: Limits): void {
  if (Object.keys(variables).length > maxVariables) throw limitError("TOO_MANY_VARIABLES", maxVariables);
  const left = Object.values(variables);
  for (let count = 1; left.length > 0; count++) {
    if (count > maxVariableValues) throw limitError("VARIABLES_TOO_LARGE", maxVariableValues);
    const value = left.pop();
    if (value !== null && typeof value === "object") for (const inner of Object.values(value)) left.push(inner);
  }
}
