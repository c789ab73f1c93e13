import type { FlattenNodePathSegment } from "@graphql-hive/router-query-planner";
import type { Path } from "../../response-path.ts";
import type { Supergraph } from "../selection/supergraph.ts";
import { isRow, type Row } from "./run.ts";

/** Finds the rows at a place of the plan, in the order of the answer. */
export type Find = (value: unknown, into: Row[]) => void;

export function compileFlattenPath(supergraph: Supergraph, [segment, ...rest]: readonly FlattenNodePathSegment[]): Find {
  if (segment === undefined)
    return function take(value, into) {
      if (Array.isArray(value)) for (const each of value) take(each, into);
      else if (isRow(value)) into.push(value);
    };
  const next = compileFlattenPath(supergraph, rest);
  if (segment === "@")
    return (value, into) => {
      if (Array.isArray(value)) for (const each of value) if (each !== null) next(each, into);
    };
  const onRow = "Field" in segment ? atField(segment.Field) : ofType(segment.TypeCondition);
  // The planner need not say where a list is.
  return function walk(value, into) {
    if (Array.isArray(value)) for (const each of value) walk(each, into);
    else if (isRow(value)) onRow(value, into);
  };

  function atField(key: string) {
    return (row: Row, into: Row[]) => {
      const value = row[key];
      if (value !== undefined && value !== null) next(value, into);
    };
  }
  function ofType(condition: string[]) {
    const names = new Set(condition.flatMap((name) => [...supergraph.isA(name)]));
    return (row: Row, into: Row[]) => {
      if (typeof row.__typename !== "string" || names.has(row.__typename)) next(row, into);
    };
  }
}

/** Where rows stand in the gathered data. Slow, for errors only. */
export function locate(data: Row, rows: ReadonlySet<Row>): Map<Row, Path> {
  const found = new Map<Row, Path>();
  const path: Path = [];
  (function look(value: unknown) {
    if (typeof value !== "object" || value === null || found.size === rows.size) return;
    if (rows.has(value as Row) && !found.has(value as Row)) found.set(value as Row, [...path]);
    for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      path.push(key);
      look(inner);
      path.pop();
    }
  })(data);
  return found;
}
