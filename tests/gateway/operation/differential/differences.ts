import type { AnswerError } from "../../../../gateway/operation/plan/run.ts";
import type { Path } from "../../../../gateway/response-path.ts";
import type { Reference } from "./merged.ts";
import type { Told } from "./world.ts";

/**
 * In what an answer is not as it should be. Its data are those of graphql-js with one schema, byte for byte, and each null that the
 * schema does not allow is explained:
 * - what a subgraph refuses by an error of the table of codes, at its path;
 * - what fails in any other way by one error of the call, which names the subgraph, without a path or at the call's only field;
 * - what the caller may not have by one error for each field, at its first place;
 * - a row that its subgraph does not know by nothing.
 * No other error is told.
 */
export function differences({ data, errorPaths, faults, cost }: Reference, told: Told): string[] {
  if (told.data !== data) return [`data: ${told.data}`];
  const found: string[] = told.cost === cost ? [] : [`cost: ${told.cost} in the place of ${cost}`];
  const answer = JSON.parse(data);
  const landing = (path: Path) => landingOf(answer, path);
  const withPath = told.errors.flatMap(({ path, extensions }) => (path ? [{ path, extensions }] : []));
  const ofCalls = told.errors.filter(({ extensions: { code } }) => code !== "FORBIDDEN");

  for (const path of errorPaths) {
    const place = landing(path);
    const here = faults.filter((fault) => landing(fault.path) === place);
    const isExplained =
      here.some(({ reason }) => reason === "unknown" || reason === "guarded") ||
      withPath.some((error) => landing(error.path) === place) ||
      here.some(
        ({ reason, sources }) => reason === "broken" && ofCalls.some(({ extensions: { source } }) => sources.includes(String(source))),
      );
    if (!isExplained) found.push(`no error explains the null at ${place}`);
  }
  for (const error of told.errors) if (!isJustified(error)) found.push(`without a reason: ${JSON.stringify(error)}`);
  for (const keys of new Set(faults.flatMap(({ reason, path }) => (reason === "guarded" ? [keysOf(path)] : []))))
    if (told.errors.filter(({ path, extensions: { scope } }) => scope !== "emails" && path && keysOf(path) === keys).length !== 1)
      found.push(`not one refusal of ${keys}`);
  const ids = told.errors.map(({ path, extensions: { code, source } }) => JSON.stringify([path, code, source]));
  if (new Set(ids).size < ids.length) found.push(`told twice: ${ids}`);
  return found;

  function isJustified({ path, extensions: { code, source, scope } }: AnswerError): boolean {
    if (code === "FORBIDDEN" && scope === "emails")
      return landing(path!) !== null && faults.some((fault) => fault.reason === "refused" && fault.path.join() === path!.join());
    if (code === "FORBIDDEN") {
      const isInAnswer = faults.some(
        ({ path: each, reason }) => reason === "guarded" && keysOf(each) === keysOf(path!) && landing(each) === each.join("."),
      );
      // Where no row of it is in the answer, a refusal has the keys only.
      return landing(path!) !== null || (!isInAnswer && keysOf(path!) === path!.join());
    }
    if (code !== "INTERNAL_ERROR" && code !== "SOURCE_UNAVAILABLE") return false;
    const isBroken = faults.some((fault) => fault.reason === "broken" && fault.sources.includes(String(source)));
    return isBroken && (!path || (path.length === 1 && answer?.[path[0]!] === null) || answer === null);
  }
}

/** The null on the way of a path; null where there is none. */
function landingOf(data: unknown, path: Path): string | null {
  let value: any = data;
  for (const [n, step] of path.entries()) {
    if (value === null) return path.slice(0, n).join(".");
    value = value?.[step];
  }
  return value === null ? path.join(".") : null;
}

const keysOf = (path: Path) => path.filter((step) => typeof step === "string").join();
