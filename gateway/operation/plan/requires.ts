import type { RequiresSelection } from "@graphql-hive/router-query-planner";
import type { Supergraph } from "../selection/supergraph.ts";
import { isRow, type Row } from "./run.ts";

/**
 * What a source is told of a row to find its entity; null where too little is known of it, or the plan leaves out its type.
 * @param isUnresolved whether a source had nothing for the row: then what may be null is
 */
export type Represent = (row: Row, isUnresolved: boolean) => Row | null;

/** Adds one requirement to a representation; false where it cannot be met. */
type Add = (row: Row, to: Row, isUnresolved: boolean) => boolean;

export function compileRequires(supergraph: Supergraph, requires: readonly RequiresSelection[]): Represent {
  const add = all(requires.map((each) => compileSelection(supergraph, each, "")));
  return (row, isUnresolved) => {
    const name = row.__typename;
    if (typeof name !== "string") return null;
    const representation: Row = { __typename: name };
    if (!add(row, representation, isUnresolved)) return null;
    for (const key in representation) if (key !== "__typename" && representation[key] !== null) return representation;
    return null;
  };
}

function all(adds: Add[]): Add {
  return (row, to, isUnresolved) => {
    for (const add of adds) if (!add(row, to, isUnresolved)) return false;
    return true;
  };
}

/** @param type whose selection it is, as far as it is known. */
function compileSelection(supergraph: Supergraph, selection: RequiresSelection, type: string): Add {
  if (selection.kind === "FragmentSpread") throw new Error("a plan requires a fragment spread, which is not executed");
  if (selection.kind === "InlineFragment") {
    const { typeCondition } = selection;
    const names = supergraph.isA(typeCondition);
    const add = all(selection.selections.map((each) => compileSelection(supergraph, each, typeCondition)));
    return (row, to, isUnresolved) => !names.has(row.__typename as string) || add(row, to, isUnresolved);
  }
  // The name is the key of the gathered data; the alias, where there is one, the field's real name.
  const from = selection.name;
  const key = selection.alias ?? from;
  const isRequired = supergraph.isRequired(type, key);
  const add = selection.selections && all(selection.selections.map((each) => compileSelection(supergraph, each, "")));
  const project = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(project);
    if (!isRow(value)) return value;
    const projected: Row = {};
    return add!(value, projected, false) ? projected : null;
  };
  return (row, to, isUnresolved) => {
    const value = row[from] === undefined && isUnresolved ? null : row[from];
    if (value === undefined || (value === null && isRequired)) return false;
    to[key] = add ? project(value) : value;
    return true;
  };
}
