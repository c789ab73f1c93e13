import type { Changes } from "./problem.ts";
import type { Table } from "./table.ts";

type Reach = Record<"up" | "down", number>;

/** What has been proved: for each number, how far other tables that fit all that is shown take it, and which they are. */
export function openWitnesses({ unknowns, base }: Table) {
  const reached = unknowns.map((): Reach => ({ up: 0, down: 0 }));
  const witnesses: { up?: Changes; down?: Changes }[] = unknowns.map(() => ({}));
  /** All the tables in which an amount moves. */
  const proofs = new Map<number, Changes[]>();

  /** A table is a witness of all that moves in it. */
  function accept(changes: Changes): void {
    for (const [unknown, change] of changes) {
      const way = change > 0 ? "up" : "down";
      const { isAmount, width } = unknowns[unknown]!;
      if (isAmount) proofs.set(unknown, [...(proofs.get(unknown) ?? []), changes]);
      if (width === 0 || Math.abs(change) <= reached[unknown]![way]) continue;
      reached[unknown]![way] = Math.abs(change);
      witnesses[unknown]![way] = changes;
    }
  }

  /** Of a small number the interval should hold 1, and one more than any small number, as far as can be; of an amount, its width both ways. */
  function wanted(unknown: number): Reach {
    const { isSmall, isAmount, width, floor } = unknowns[unknown]!;
    const value = base[unknown]!;
    if (!isSmall) return { down: 0, up: 0 };
    if (isAmount) return { down: Math.min(width, value), up: width };
    return { down: Math.max(0, value - Math.max(1, floor)), up: width + 1 - value };
  }

  const isWide = (unknown: number) => reached[unknown]!.up + reached[unknown]!.down >= unknowns[unknown]!.width;
  const isComplete = (unknown: number) =>
    isWide(unknown) && reached[unknown]!.down >= wanted(unknown).down && reached[unknown]!.up >= wanted(unknown).up;

  /** An establishment that makes up an amount alone knows it: the proofs of the others must hold with that amount held still. */
  function* insidersOf(unknown: number): Generator<number> {
    const met = new Set<number>();
    for (let isNew = true; isNew; ) {
      isNew = false;
      for (const other of (proofs.get(unknown) ?? []).flatMap((changes) => [...changes.keys()])) {
        const isSame = unknowns[unknown]!.isKnownToOne && base[other] === base[unknown];
        if (other === unknown || isSame || !unknowns[other]!.isKnownToOne || met.has(other)) continue;
        met.add(other);
        isNew = true;
        yield other;
      }
    }
  }

  /** How far the tables go in which the insider's own amount is as it is. */
  function reachedWithout(unknown: number, insider: number): Reach {
    const moves = proofs
      .get(unknown)!
      .filter((changes) => !changes.has(insider))
      .map((changes) => changes.get(unknown)!);
    return { up: Math.max(0, ...moves), down: Math.max(0, ...moves.map((move) => -move)) };
  }

  const isKnownToInsider = (unknown: number) =>
    [...insidersOf(unknown)].some((insider) => {
      const { up, down } = reachedWithout(unknown, insider);
      return up + down < unknowns[unknown]!.width;
    });

  return { reached, witnesses, accept, wanted, isWide, isComplete, insidersOf, reachedWithout, isKnownToInsider };
}

export type Witnesses = ReturnType<typeof openWitnesses>;
