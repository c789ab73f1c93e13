import type { FetchNodePathSegment, FetchRewrite } from "@graphql-hive/router-query-planner";
import type { Supergraph } from "../selection/supergraph.ts";
import { isRow, type Row } from "./run.ts";

/** Changes a representation before it is sent, or an answer before it is merged, in place. */
export type Rewrite = (value: unknown) => void;

export function compileRewrites(supergraph: Supergraph, rewrites: readonly FetchRewrite[] | undefined): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => {
    if ("KeyRenamer" in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      // The old key stays: nobody reads it, and objects that lose a key become slow.
      return compileAt(supergraph, path, (row, key) => {
        if (row[key] !== undefined) row[renameKeyTo] = row[key];
      });
    }
    const { path, setValueTo } = "ValueSetter" in rewrite ? rewrite.ValueSetter : rewrite;
    return compileAt(supergraph, path, (row, key) => {
      row[key] = setValueTo;
    });
  });
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileAt(supergraph: Supergraph, [segment, ...rest]: FetchNodePathSegment[], change: (row: Row, key: string) => void): Rewrite {
  if (!segment) throw new Error("a plan rewrites a value without a key, which is not executed");
  const onRow = "Key" in segment ? atKey(segment.Key) : atType(segment.TypenameEquals);
  return function rewrite(value) {
    if (Array.isArray(value)) for (const each of value) rewrite(each);
    else if (isRow(value)) onRow(value);
  };

  function atKey(key: string): (row: Row) => void {
    if (rest.length === 0) return (row) => change(row, key);
    const next = compileAt(supergraph, rest, change);
    return (row) => next(row[key]);
  }

  /** "Equals" is a word of the planner's: the types of an interface are meant too. */
  function atType(names: string[]): (row: Row) => void {
    const satisfying = new Set(names.flatMap((name) => [...supergraph.isA(name)]));
    const next = compileAt(supergraph, rest, change);
    return (row) => {
      if (typeof row.__typename !== "string" || satisfying.has(row.__typename)) next(row);
    };
  }
}

/** Names that answers have for the planner's sake, with what clients call them: for the paths of errors. */
export function renamedKeys(rewrites: readonly FetchRewrite[] | undefined): Map<string, string> {
  const names = new Map<string, string>();
  for (const rewrite of rewrites ?? [])
    if ("KeyRenamer" in rewrite) {
      const last = rewrite.KeyRenamer.path.at(-1);
      if (last && "Key" in last) names.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
    }
  return names;
}
