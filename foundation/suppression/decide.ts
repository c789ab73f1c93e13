import { baseNumbers } from "./base-numbers.ts";
import { blocksOf } from "./blocks.ts";
import { openScope, type Scope } from "./cheapest-table.ts";
import { loadSolver, type OpenProgramme } from "./linear-programme.ts";
import type { Changes, Problem } from "./problem.ts";
import { givenAwayElsewhere } from "./public-bounds.ts";
import { openSwaps } from "./swap.ts";
import { openTable, type Table } from "./table.ts";
import { openWitnesses, type Witnesses } from "./witnesses.ts";

export interface Decision {
  /** Ids of the open decisions that are not shown: small numbers and rates of them, and what else it takes to protect them. */
  withheld: Set<string>;
  /** Ids of the protected numbers whose interval what cannot be withheld any more makes too narrow. */
  exposed: Set<string>;
  /** Ids of the numbers that are not shown and that what others made public bounds too closely: the hub exposes none of them. */
  elsewhere: Set<string>;
  /** The proof: for each unknown, the tables in which it is largest and smallest. */
  witnesses: { up?: Changes; down?: Changes }[];
  base: Float64Array;
}

/** What is tried again once more, where a number could not be protected. */
const rounds = 3;
const tolerance = 1e-6;

/**
 * Decides which open statements are not shown, so that each protected number keeps its interval against whoever knows all the others.
 *
 * The proof is a witness: another table, in whole numbers, that fits all that is shown. One that changes a small block of territories alone
 * fits the whole nation, because nothing else moves: that is why blocks can be decided one after the other, in any order, and never again.
 */
export async function decide(problem: Problem): Promise<Decision> {
  const openProgramme = await loadSolver();
  const { unknowns, statements } = problem;
  const table = openTable(problem, baseNumbers(problem, openProgramme));
  withholdSmallOnes(table);
  const elsewhere = givenAwayElsewhere(problem, table.base);
  const protection = openProtection(table, openWitnesses(table), openProgramme, elsewhere);
  protection.protectAll(blocksOf(problem));
  return {
    withheld: new Set([...table.withheld].map((number) => statements[number]!.decision)),
    elsewhere: new Set([...elsewhere.keys()].filter(table.isHidden).map((unknown) => unknowns[unknown]!.id)),
    exposed: new Set(protection.exposed().map((unknown) => unknowns[unknown]!.id)),
    witnesses: protection.witnesses,
    base: table.base,
  };
}

function withholdSmallOnes({ unknowns, statements, withheld }: Table): void {
  for (const [number, { kind, terms, state, isSmall }] of statements.entries())
    if (state === "OPEN" && (isSmall || (kind === "TELLS" && unknowns[terms[0]![0]]!.isSmall))) withheld.add(number);
}

function openProtection(table: Table, found: Witnesses, openProgramme: OpenProgramme, elsewhere: ReadonlyMap<number, number>) {
  const { unknowns, statements, base, withheld, isHidden } = table;
  const { reached, accept, isWide, isComplete, wanted, insidersOf, reachedWithout, isKnownToInsider } = found;
  const swap = openSwaps(table);
  /** What nobody told, and what is shown tells everyone that it is large. */
  const large = new Set<number>();

  /** Of what others made public closely, what they left open is kept; what they told is not the hub's to protect. */
  const isProtected = (unknown: number) => unknowns[unknown]!.width > 0 && isHidden(unknown) && (elsewhere.get(unknown) ?? 1) > 0;

  /** Whether it is too closely bounded by what the hub shows: a wider scope, or a refusal, may help. */
  const isNarrow = (unknown: number) => !elsewhere.has(unknown) && (!isWide(unknown) || isKnownToInsider(unknown));

  /** Takes a table for a witness of all that moves in it, and withholds what it contradicts. */
  function take(changes: Changes, queue: number[]): void {
    for (const contradicted of table.contradicted(changes))
      for (const number of table.together(contradicted)) {
        withheld.add(number);
        const { kind, terms } = statements[number]!;
        if (kind === "TELLS") queue.push(terms[0]![0]);
      }
    accept(changes);
  }

  /**
   * Finds the witnesses of these numbers that move nothing outside the scope.
   * @param spares whether nothing more is withheld for what nobody told: a wider scope may protect it for nothing
   * @returns the numbers that have none
   */
  function protectIn(scope: readonly number[], targets: readonly number[], { spares = false } = {}): number[] {
    const queue = targets.filter((unknown) => !isComplete(unknown) || unknowns[unknown]!.isAmount);
    const left: number[] = [];
    let opened: Scope | undefined;
    const programme = () => {
      opened ??= openScope(table, scope, swap, openProgramme);
      return opened;
    };
    try {
      for (const unknown of queue) {
        if (!isProtected(unknown) || (isComplete(unknown) && !unknowns[unknown]!.isAmount)) continue;
        large.delete(unknown);
        if (isLarge(unknown, programme)) {
          large.add(unknown);
          continue;
        }
        reachBothWays(unknown, queue, programme, spares && unknowns[unknown]!.kind === "UNTOLD");
        if (isWide(unknown)) reachDespiteInsiders(unknown, queue, programme);
        if (isNarrow(unknown)) left.push(unknown);
      }
    } finally {
      opened?.[Symbol.dispose]();
    }
    return left;
  }

  /** A number that nobody told is to be protected where it may be small; that it is large, everyone may see. */
  function isLarge(unknown: number, programme: () => Scope): boolean {
    const { kind, width } = unknowns[unknown]!;
    const toSmall = base[unknown]! - width;
    if (kind !== "UNTOLD" || toSmall <= 0 || reached[unknown]!.down >= toSmall) return false;
    return programme().depth(unknown, toSmall) < toSmall - tolerance;
  }

  function reachBothWays(unknown: number, queue: number[], programme: () => Scope, isSpared: boolean): void {
    const reach = (direction: 1 | -1, amount: number, isGiven: boolean) => {
      if (amount <= reached[unknown]![direction === 1 ? "up" : "down"]) return;
      const changes = swap(unknown, direction, amount) ?? programme().move({ unknown, direction, amount, isGiven });
      if (changes) take(changes, queue);
    };
    const { down, up } = wanted(unknown);
    reach(-1, down, false);
    reach(1, up, false);
    // What costs nothing first.
    for (const isGiven of isSpared ? [true] : [true, false])
      for (const direction of [-1, 1] as const) {
        const other = reached[unknown]![direction === 1 ? "down" : "up"];
        if (!isWide(unknown)) reach(direction, unknowns[unknown]!.width - other, isGiven);
      }
  }

  function reachDespiteInsiders(unknown: number, queue: number[], programme: () => Scope): void {
    const { width } = unknowns[unknown]!;
    for (const fixed of insidersOf(unknown))
      for (const isGiven of [true, false])
        for (const direction of [1, -1] as const) {
          const { up, down } = reachedWithout(unknown, fixed);
          if (up + down >= width) continue;
          const changes = programme().move({ unknown, direction, amount: width - (direction === 1 ? down : up), isGiven, fixed });
          if (changes) take(changes, queue);
        }
  }

  const all = [...unknowns.keys()];
  const inDepartment = Map.groupBy(all, (unknown) => unknowns[unknown]!.department);
  const narrow = () => all.filter((unknown) => isProtected(unknown) && isNarrow(unknown));
  /** Nothing for all to see tells of no small number either. */
  const isNothing = (unknown: number) => unknowns[unknown]!.kind === "UNTOLD" && base[unknown] === 0 && reached[unknown]!.up === 0;
  const exposed = () => narrow().filter((unknown) => !large.has(unknown) && !isNothing(unknown));

  /** Block by block; what a block cannot protect, with the departments that it reaches into; what they cannot, with all. */
  function protectAll(blocks: number[][]): void {
    const smallFirst = (a: number, b: number) => Number(unknowns[b]!.isSmall) - Number(unknowns[a]!.isSmall) || base[b]! - base[a]!;
    const reachOf = new Map(
      blocks.flatMap((block) => {
        const departments = [...new Set(block.map((unknown) => unknowns[unknown]!.department))].toSorted();
        return block.map((unknown) => [unknown, departments] as const);
      }),
    );
    const perDepartment = (targets: number[]) => {
      for (const members of Map.groupBy(new Set(targets), (unknown) => reachOf.get(unknown)!.join(" ")).values())
        protectIn(
          reachOf.get(members[0]!)!.flatMap((department) => inDepartment.get(department)!),
          members,
        );
    };
    perDepartment(blocks.flatMap((block) => protectIn(block, block.filter(isProtected).toSorted(smallFirst), { spares: true })));
    perDepartment(narrow());
    for (let round = 0, rest = exposed(); rest.length > 0 && round < rounds; round++, rest = exposed()) protectIn(all, rest);
  }

  return { protectAll, exposed, witnesses: found.witnesses };
}
