import type { Cell, Table } from "../../suppression/table.ts";
import type { Parenthood } from "./parenthood.ts";

/** A territory, and those of one level that make it up. */
export interface Sum {
  total: string;
  parts: string[];
}

/** What a row tells of a territory. */
export interface Telling {
  territory: string;
  /** Two measures may tell the same quantity. */
  measure: string;
  /** Null: no number. */
  cell: Pick<Cell, "id" | "value"> | null;
  /** Whether its sender masked the number himself. */
  isMasked: boolean;
}

export function sumsOf(parents: Parenthood[]): Sum[] {
  const groups = Map.groupBy(parents, ({ parentLevel, parentCode, level }) => `${parentLevel} ${parentCode} ${level}`);
  return [...groups.values()].map((parts) => ({
    total: `${parts[0]!.parentLevel} ${parts[0]!.parentCode}`,
    parts: parts.map(({ level, code }) => `${level} ${code}`),
  }));
}

/**
 * The sums that hold between the latest numbers of one quantity, as they are told one after the other.
 *
 * A territory of which nothing is told is an unknown too. What is left to such territories is found by subtraction: where it is small, or
 * its sender masked a part of it, it is as sensitive as a number.
 * @param name tells the unknowns of one quantity from those of another.
 * @param width of the interval that protects what is left.
 */
export function openSums(name: string, sums: Sum[], width: number) {
  const unknowns = new Map<string, Cell>();
  const relations = new Map<string, Table["relations"][number]>();
  const latest = new Map<string, Map<string, Telling>>();
  const changes = new Map<Sum, number>();
  const sumsWith = Map.groupBy(
    sums.flatMap((sum) => [sum.total, ...sum.parts].map((territory) => ({ territory, sum }))),
    ({ territory }) => territory,
  );
  const involving = (territory: string) => (sumsWith.get(territory) ?? []).map(({ sum }) => sum);
  const tellings = (territory: string) => [...(latest.get(territory)?.values() ?? [])];
  const told = (territory: string) => tellings(territory).findLast(({ cell }) => cell)?.cell ?? null;
  /** A sum says something where its total is told, or is itself a part of one that is. */
  const isTelling = (sum: Sum) => told(sum.total) !== null || involving(sum.total).some((other) => told(other.total) !== null);

  function unknown(id: string, more: Partial<Cell> = {}): string {
    const cell = unknowns.get(id) ?? { id, value: null, floor: 0, width, sensitive: false, state: "WITHHELD" };
    unknowns.set(id, { ...cell, ...more });
    return id;
  }

  /** A new unknown each time that something changes around the territory. */
  function idOf(territory: string): string {
    const since = involving(territory)
      .filter(isTelling)
      .map((sum) => changes.get(sum) ?? 0);
    return told(territory)?.id ?? unknown(JSON.stringify([name, territory, "since", Math.max(0, ...since)]));
  }

  function relate(total: string, parts: string[]): void {
    relations.set(JSON.stringify([total, parts]), { total, parts });
  }

  function write({ total, parts }: Sum): void {
    const whole = told(total);
    const untold = parts.filter((territory) => !told(territory));
    if (whole && untold.length > 0) writeWithRest(whole, parts, untold);
    else relate(idOf(total), parts.map(idOf));
  }

  function writeWithRest(whole: Pick<Cell, "id" | "value">, parts: string[], untold: string[]): void {
    const left = parts.reduce((rest, territory) => rest - (told(territory)?.value ?? 0), whole.value!);
    const isMasked = untold.some((territory) => tellings(territory).some((telling) => telling.isMasked));
    const sensitive = left > 0 && (left <= width || isMasked);
    const known = parts.filter(told).map(idOf);
    const others = untold.map(idOf);
    const isOne = others.length === 1 && left >= 0;
    const rest = isOne ? others[0]! : JSON.stringify([whole.id, known, "rest", others]);
    unknown(rest, { value: left, floor: Math.min(0, left), width: sensitive ? width : 0, sensitive });
    relate(whole.id, [...known, rest]);
    if (!isOne && left >= 0) relate(rest, others);
  }

  return {
    unknowns,
    relations,
    idOf,
    /** @returns the territories whose numbers, or unknowns, may have changed. */
    tell(group: Telling[]): Set<string> {
      for (const telling of group) {
        const known = latest.get(telling.territory) ?? new Map<string, Telling>();
        known.delete(telling.measure);
        latest.set(telling.territory, known.set(telling.measure, telling));
      }
      const affected = new Set(group.flatMap(({ territory }) => involving(territory)));
      const time = changes.size === 0 ? 0 : Math.max(...changes.values()) + 1;
      for (const sum of affected) changes.set(sum, time);
      for (const { total, parts } of affected) {
        for (const territory of [total, ...parts]) if (!told(territory)) for (const other of involving(territory)) affected.add(other);
      }
      const telling = [...affected].filter(isTelling);
      for (const sum of telling) write(sum);
      return new Set([...group.map(({ territory }) => territory), ...telling.flatMap(({ total, parts }) => [total, ...parts])]);
    },
  };
}
