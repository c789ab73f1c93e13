import type { Row } from "./linear-programme.ts";
import { boundOf, type Cell, isKnown, sumOf, type ValuedTable } from "./table.ts";

/** A number that is not shown, or may still be withheld. */
interface Unknown extends Cell {
  value: number;
  /** The most it can be, as everyone knows. */
  ceiling: number;
}

/** A part of a table that shares no unknown with the others. */
export interface Component {
  cells: Unknown[];
  /** Bounds on the changes of the cells, by their position. */
  rows: Row[];
}

export function components({ cells, relations, atMost }: ValuedTable): Component[] {
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  const unknowns = new Map(cells.filter((cell) => !isKnown(cell)).map((cell) => [cell.id, { ...cell, ceiling: Number.POSITIVE_INFINITY }]));
  const rows = relations.map((relation) => ({ terms: sumOf(relation), lower: 0, upper: 0 }));
  for (const pair of atMost) {
    const [part, whole] = [unknowns.get(pair.part), unknowns.get(pair.whole)];
    const room = values.get(pair.whole)! - values.get(pair.part)!;
    if (room < 0) continue;
    if (part && whole) rows.push({ terms: boundOf(pair), lower: Number.NEGATIVE_INFINITY, upper: room });
    else if (part) part.ceiling = Math.min(part.ceiling, values.get(pair.whole)!);
    else if (whole) whole.floor = Math.max(whole.floor, values.get(pair.part)!);
  }
  const telling = rows
    .map(({ terms, ...row }) => ({ ...row, terms: terms.filter(([id]) => unknowns.has(id)) }))
    .filter(({ terms }) => terms.length > 0);
  const leaderOf = leaders(telling.map(({ terms }) => terms.map(([id]) => id)));
  const rowsOf = Map.groupBy(telling, ({ terms }) => leaderOf(terms[0]![0]));
  return [...Map.groupBy(unknowns.values(), ({ id }) => leaderOf(id))].map(([leader, members]) => {
    const position = new Map(members.map(({ id }, index) => [id, index]));
    return {
      cells: members,
      rows: (rowsOf.get(leader) ?? []).map(({ terms, ...row }) => ({
        ...row,
        entries: terms.map(([id, sign]) => [position.get(id)!, sign]),
      })),
    };
  });
}

/** @returns for each id the same one for all that are tied to it, directly or not. */
function leaders(ties: string[][]): (id: string) => string {
  const above = new Map<string, string>();
  function leaderOf(id: string): string {
    let leader = id;
    while (above.has(leader)) leader = above.get(leader)!;
    if (leader !== id) above.set(id, leader);
    return leader;
  }
  for (const [first, ...others] of ties) {
    for (const other of others) if (leaderOf(other) !== leaderOf(first!)) above.set(leaderOf(other), leaderOf(first!));
  }
  return leaderOf;
}
