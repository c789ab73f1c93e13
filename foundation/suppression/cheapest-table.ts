import type { Column, OpenProgramme, Row } from "./linear-programme.ts";
import type { Changes } from "./problem.ts";
import type { Swap } from "./swap.ts";
import type { Table } from "./table.ts";

const reward = 1e4;
const tolerance = 1e-6;
const wholeTolerance = 1e-5;
const most = 1e7;
const hiddenPrice = 1e-3;
/** In whole numbers nothing is moved further than so many times what is looked for. */
const wholeReach = 5;

interface Move {
  unknown: number;
  direction: 1 | -1;
  amount: number;
  /** Nothing more may be withheld. */
  isGiven?: boolean;
  /** A number that the attacker knows because it is his own. */
  fixed?: number | null;
}

/** As it comes; then over sums alone, which give whole numbers, at the price of the ranges that break; at last in whole numbers. */
const stages = ["AS IT COMES", "SUMS ALONE", "WHOLE"] as const;

/**
 * The programme over the numbers of a scope, all others held still: the table that costs least to make possible, in which a number has moved.
 * To move what is shown costs what is lost by withholding it (Kelly, Golden and Assad 1992; Robertson 1993); to move what is hidden, next to nothing.
 */
export function openScope(table: Table, scope: readonly number[], swap: Swap, openProgramme: OpenProgramme) {
  const { unknowns, statements, base, withheld, allWith, ranges, isHidden, isKnown, isShown, roomBelow, contradicted } = table;
  const movable = scope.filter((unknown) => !isKnown(unknown));
  const placeOf = new Map(movable.map((unknown, index) => [unknown, index]));
  const numbers = [...new Set(movable.flatMap(allWith))].filter((number) => statements[number]!.state !== "WITHHELD");
  const priceOf = (unknown: number) => (isHidden(unknown) ? hiddenPrice : unknowns[unknown]!.weight / 10);
  // How far up each goes, then how far down.
  const columns: Column[] = movable.flatMap((unknown) =>
    [most, roomBelow(unknown)].map((upper) => ({ cost: priceOf(unknown), lower: 0, upper })),
  );
  const breakable = new Map<number, { row: number; slack: number }>();
  const rows = numbers.map((number, row): Row => {
    const { terms, lower, upper, state, weight } = statements[number]!;
    const now = terms.reduce((sum, [unknown, coefficient]) => sum + coefficient * base[unknown]!, 0);
    const size = Math.max(...terms.map(([, coefficient]) => Math.abs(coefficient)));
    const entries = terms.flatMap(([unknown, coefficient]): Row["entries"] => {
      const place = placeOf.get(unknown);
      if (place === undefined) return [];
      return [
        [2 * place, coefficient / size],
        [2 * place + 1, -coefficient / size],
      ];
    });
    if (state === "OPEN") {
      breakable.set(number, { row, slack: columns.length });
      for (const sign of [1, -1]) entries.push([columns.push({ cost: weight / 20, lower: 0, upper: Number.POSITIVE_INFINITY }) - 1, sign]);
    }
    return { lower: Math.min(0, lower - now) / size, upper: Math.max(0, upper - now) / size, entries };
  });
  const programme = openProgramme(columns, rows);
  const freed = new Set<number>();

  const isTied = (unknown: number, state: "OPEN" | "KNOWN") =>
    ranges[unknown]!.some((number) => isShown(number) && statements[number]!.state === state && statements[number]!.terms.length > 1);

  function prepare({ unknown, direction, amount, isGiven = false, fixed = null }: Move, sumsAlone: boolean): void {
    for (const [other, place] of placeOf) {
      const price = priceOf(other) + (sumsAlone && isTied(other, "OPEN") ? 0.1 : 0);
      const isHeldByRange = sumsAlone && (isTied(other, "KNOWN") || (isGiven && isTied(other, "OPEN")));
      const isStill = other === fixed || (isGiven && !isHidden(other)) || isHeldByRange;
      for (const [side, room] of [most, roomBelow(other)].entries()) {
        const column = 2 * place + side;
        if (other !== unknown) programme.set(column, price, isStill ? 0 : room);
        else if (side === (direction === 1 ? 0 : 1)) programme.set(column, -reward, Math.min(amount, room));
        else programme.set(column, price, 0);
      }
    }
    for (const [number, { row, slack }] of breakable) {
      // What is not shown must leave the programme: a slack without a price would still make corners between whole numbers.
      const isFree = (sumsAlone && !isGiven) || withheld.has(number);
      if (isFree !== freed.has(row)) {
        programme.rowBounds(
          row,
          isFree ? Number.NEGATIVE_INFINITY : rows[row]!.lower,
          isFree ? Number.POSITIVE_INFINITY : rows[row]!.upper,
        );
        if (isFree) freed.add(row);
        else freed.delete(row);
      }
      for (const column of [slack, slack + 1])
        programme.set(column, columns[column]!.cost, isFree || isGiven ? 0 : Number.POSITIVE_INFINITY);
    }
  }

  function changesOf(values: Float64Array): Map<number, number> {
    const moves = [...placeOf].map(([other, place]) => [other, values[2 * place]! - values[2 * place + 1]!] as const);
    return new Map(moves.filter(([, change]) => Math.abs(change) > tolerance));
  }

  /** The programme says what to withhold; with that hidden, whole numbers are often as simple as a swap. */
  function swapInPlace({ unknown, direction, amount }: Move, changes: Changes, reached: number): Changes | null {
    const more = contradicted(changes).filter((number) => statements[number]!.state === "OPEN" && !withheld.has(number));
    for (const number of more) withheld.add(number);
    const swapped = swap(unknown, direction, Math.min(amount, Math.ceil(reached - tolerance)));
    for (const number of more) withheld.delete(number);
    return swapped;
  }

  return {
    /** How far down the number can be already, with nothing more withheld. */
    depth(unknown: number, amount: number): number {
      const place = placeOf.get(unknown);
      if (place === undefined) return 0;
      prepare({ unknown, direction: -1, amount, isGiven: true }, false);
      return programme.solve()?.[2 * place + 1] ?? 0;
    },
    /** @returns what differs in the cheapest table in which the number has moved, in whole numbers; null where it cannot move. */
    move(asked: Move): Changes | null {
      const { unknown, isGiven = false, fixed = null } = asked;
      if (!placeOf.has(unknown)) return null;
      let reached = 0;
      for (const stage of stages) {
        prepare(asked, stage === "SUMS ALONE");
        const values = stage === "WHOLE" ? programme.solveWhole(wholeReach * asked.amount) : programme.solve();
        if (!values) continue;
        const changes = changesOf(values);
        const moved = Math.abs(changes.get(unknown) ?? 0);
        const isWhole = [...changes.values()].every((change) => Math.abs(change - Math.round(change)) < wholeTolerance);
        if (stage === "AS IT COMES") reached = moved;
        if (isWhole && (stage === "WHOLE" || moved >= Math.floor(reached + tolerance)))
          return new Map([...changes].map(([other, change]) => [other, Math.round(change)]));
        if (stage !== "AS IT COMES" || isGiven || fixed !== null) continue;
        const swapped = swapInPlace(asked, changes, reached);
        if (swapped) return swapped;
      }
      return null;
    },
    [Symbol.dispose]: () => programme[Symbol.dispose](),
  };
}

export type Scope = ReturnType<typeof openScope>;
