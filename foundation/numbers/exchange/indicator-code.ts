import { text } from "../../imports/french-values.ts";
import { secrecy } from "../secrecy/rules/secrecy-rules.ts";

/**
 * The code of an indicator, in an exchange layout.
 * @param derived codes that no line may have: the hub counts them
 * @param unruled French: why a code under no rule of secrecy is refused, and what to do
 */
export const indicatorCode = (derived: readonly string[], unruled: string) =>
  text
    .refine((code) => !derived.includes(code), "cet indicateur est calculé par le hub : transmettez ce dont il est compté")
    .refine((code) => secrecy.ruleOf(code) !== undefined, unruled);
