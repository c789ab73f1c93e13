import type { Path } from "../../response-path.ts";
import type { Run } from "../plan/run.ts";

/** Whether a null at a place has an error already: of the place, of what is around it, or of what is in it. */
export type IsExplained = (path: Path) => boolean;

/** @returns what the errors of the sources explain, made when it is first asked. */
export function whatIsExplained({ errors, excused }: Run): IsExplained {
  const count = errors.length;
  if (count === 0 && excused.length === 0) return () => false;
  let exact: Set<string> | undefined;
  const leading = new Set<string>();
  return (path) => {
    if (!exact) {
      exact = new Set();
      for (const each of [...errors.slice(0, count).map((error) => error.path ?? []), ...excused]) {
        exact.add(each.join("."));
        for (let length = 0; length <= each.length; length++) leading.add(each.slice(0, length).join("."));
      }
    }
    if (leading.has(path.join("."))) return true;
    for (let length = 0; length < path.length; length++) if (exact.has(path.slice(0, length).join("."))) return true;
    return false;
  };
}
