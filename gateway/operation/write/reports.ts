import { messageOf } from "../../../foundation/errors.ts";
import type { Row, Run } from "../plan/run.ts";
import type { IsExplained } from "./blame.ts";
import { dataKeysOf, type Place, pathOf } from "./place.ts";
import type { SourcesOf } from "./plan-sources.ts";

/** A field of an answer, as far as an error about it needs. */
interface Field {
  dataKey: string;
  place: Place;
  isRequired: boolean;
}

/** What is told of values that are not what the schema says. No error quotes a value: who reads it need not be who may read that. */
export interface Reports {
  /** @returns null, for the value. */
  wrong(run: Run, place: Place | null, expected: string): null;
  missing(run: Run, field: Field, row: Row, isExplained: IsExplained): void;
  cannotBeNull(run: Run, place: Place, isExplained: IsExplained): void;
}

/** @param partners names for error messages, by subgraph. @param sourcesOf of the operation's plan */
export function reportsOf(partners: Readonly<Record<string, string>>, sourcesOf: SourcesOf): Reports {
  function report(run: Run, place: Place | null, source: string | undefined, cause: string): void {
    const path = pathOf(place, run);
    run.context.trace.onError(source ?? "gateway", new Error(`${cause} at ${path.join(".")}`));
    run.errors.push({
      message: messageOf("INVALID_SOURCE_DATA", source === undefined ? "un partenaire" : (partners[source] ?? source)),
      path,
      extensions: { code: "INVALID_SOURCE_DATA", ...(source !== undefined && { source }) },
    });
  }

  return {
    wrong(run, place, expected) {
      const [source] = sourcesOf(dataKeysOf(place), undefined);
      report(run, place, source, `not a value of ${expected}`);
      return null;
    },
    missing(run, { dataKey, place, isRequired }, row, isExplained) {
      const sources = sourcesOf(dataKeysOf(place), row.__typename as string | undefined);
      if (row[dataKey] === undefined) {
        // What no subgraph is asked for at this place, or none knows the row of, is null without an error.
        const source = sources.find((each) => !run.isUnresolved(row, each));
        if (source !== undefined) {
          if (!isExplained(pathOf(place, run))) report(run, place, source, "no answer");
          return;
        }
        if (sources.length > 0) return; // nobody knows the row: it is null as a whole where a field of it cannot be
      }
      if (isRequired && !isExplained(pathOf(place, run))) report(run, place, sources[0], "null that cannot be");
    },
    cannotBeNull(run, place, isExplained) {
      if (!isExplained(pathOf(place, run))) report(run, place, undefined, "null in a list that has none");
    },
  };
}
