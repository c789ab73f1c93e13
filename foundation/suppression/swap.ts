import type { Changes } from "./problem.ts";
import type { Table } from "./table.ts";

type Direction = 1 | -1;
/** @returns a table in which the number has moved by the amount, and nothing shown is contradicted; null where none is that simple. */
export type Swap = (unknown: number, direction: Direction, amount: number) => Changes | null;

/** Hidden numbers of the same sums make up for each other: the proof that needs no programme, and nothing more withheld. */
export function openSwaps(table: Table): Swap {
  const { unknowns, statements, base, sums, complements, ranges, isHidden, isShown, roomBelow, allows, contradicted } = table;
  const coefficientOf = (unknown: number, number: number) => statements[number]!.terms.find(([each]) => each === unknown)![1];
  const placeOf = unknowns.map((_, unknown) => sums[unknown]!.map((number) => `${number}:${coefficientOf(unknown, number)}`).join(" "));
  const beside = Map.groupBy(unknowns.keys(), (unknown) => placeOf[unknown]!);
  /** What is left of a whole without this part, or of this whole without its part; and whether it grows with it. */
  const restsOf = complements.map((numbers, unknown) =>
    numbers.map((number): [rest: number, sign: Direction] => {
      const [[part], [rest]] = statements[number]!.terms as [[number, number], [number, number]];
      return [rest, part === unknown ? -1 : 1];
    }),
  );

  function room(unknown: number, direction: Direction): number {
    const own = direction === 1 ? Number.POSITIVE_INFINITY : roomBelow(unknown);
    return restsOf[unknown]!.reduce((least, [rest, sign]) => (sign * direction === -1 ? Math.min(least, roomBelow(rest)) : least), own);
  }

  function swapOfRest(unknown: number, direction: Direction, amount: number): Changes | null {
    const [part, , whole] = statements[complements[unknown]![0]!]!.terms.map(([each]) => each) as [number, number, number];
    const byPart = isHidden(part) ? swap(part, -direction as Direction, amount) : null;
    return byPart ?? (isHidden(whole) ? swap(whole, direction, amount) : null);
  }

  function swap(unknown: number, direction: Direction, amount: number): Changes | null {
    if (unknowns[unknown]!.kind === "COMPLEMENT") return swapOfRest(unknown, direction, amount);
    if (room(unknown, direction) < amount) return null;
    const changes = new Map<number, number>();
    const shift = (each: number, by: number) => {
      changes.set(each, (changes.get(each) ?? 0) + by);
      for (const [rest, sign] of restsOf[each]!) changes.set(rest, (changes.get(rest) ?? 0) + sign * by);
    };
    const agrees = (each: number) => ranges[each]!.every((number) => !isShown(number) || allows(number, changes));
    shift(unknown, direction * amount);
    if (!agrees(unknown)) return null;
    let left = placeOf[unknown] === "" ? 0 : amount;
    for (const other of left > 0 ? beside.get(placeOf[unknown]!)! : []) {
      if (left === 0) break;
      if (other === unknown || unknowns[other]!.kind === "COMPLEMENT" || !isHidden(other)) continue;
      const part = Math.min(left, room(other, -direction as Direction));
      if (part <= 0) continue;
      shift(other, -direction * part);
      if (agrees(other)) left -= part;
      else shift(other, direction * part);
    }
    for (const [each, change] of changes) if (change === 0) changes.delete(each);
    const isPossible = [...changes].every(([each, change]) => base[each]! + change >= unknowns[each]!.floor);
    return left === 0 && isPossible && contradicted(changes).length === 0 ? changes : null;
  }

  return swap;
}
