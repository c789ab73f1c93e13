import type { Cell, Table } from "../../suppression/table.ts";
import type { TerritoryLevel } from "../../territories/territory-level.ts";
import { type Quantity, secrecy } from "./secrecy-rules.ts";
import { isSmall, widthOf } from "./secrecy-thresholds.ts";
import { openSums, type Sum, type Telling } from "./sums-over-time.ts";
import { WithholdingKind } from "./withheld-value.ts";

/** A recorded observation, with its true numbers. */
export interface RecordedRow {
  id: string;
  measure: string;
  level: TerritoryLevel;
  code: string;
  year: number;
  /** The same for all rows of one import. */
  recordedAt: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** Whether its sender masked the number himself. */
  isMasked: boolean;
  /** Whether it is being recorded, and can still be withheld. */
  isNew: boolean;
  withheld: WithholdingKind | null;
  /** Which of its numbers are withheld on their own account. */
  guarded: Quantity["role"][];
  /** Whether too few establishments make it up. */
  isConcentrated: boolean;
}

export interface YearTable extends Table {
  /** The cells that each row shows, with the part that each plays in it. */
  shown: Map<RecordedRow, Map<string, Quantity["role"]>>;
}

/**
 * Lays the observations of one year out as one table: all measures, levels and revisions. The number of a territory is one cell as long as
 * it stays the same, whichever rows show it.
 * @param rows oldest first.
 */
export function yearTable(rows: RecordedRow[], sums: Sum[]): YearTable {
  const numbers = new Map<string, ShownNumber>();
  const shown: YearTable["shown"] = new Map();
  const shares = new Map<string, { part: string; whole: string }>();
  const withheldBefore = new Set<string>();
  const quantities = new Map(rows.flatMap(({ measure }) => secrecy.quantitiesOf(measure)).map((quantity) => [quantity.name, quantity]));
  const sumsOfQuantity = new Map([...quantities].map(([name, quantity]) => [name, openSums(name, sums, widthOf(0, quantity.rule))]));
  const shareMeasures = [...new Set(rows.map(({ measure }) => measure))].filter(secrecy.isShare).map(secrecy.quantitiesOf);

  function show(row: RecordedRow): (Telling & { quantity: string })[] {
    const territory = `${row.level} ${row.code}`;
    const roles = new Map<string, Quantity["role"]>();
    shown.set(row, roles);
    return secrecy.quantitiesOf(row.measure).map((quantity) => {
      const value = row[quantity.role];
      const place = JSON.stringify([quantity.name, territory]);
      const telling = { ...row, territory, quantity: quantity.name, cell: null };
      if (value === null) return telling;
      const id = `${place} ${value}`;
      const number = numbers.get(id) ?? { id, value, quantity, cost: withheldBefore.has(place) ? 0 : value, rows: [] };
      numbers.set(id, number);
      number.rows.push({ ...row, isGuarded: row.guarded.includes(quantity.role) });
      roles.set(id, quantity.role);
      if (row.withheld) withheldBefore.add(place);
      return { ...telling, cell: { id, value } };
    });
  }

  for (const group of Map.groupBy(rows, ({ recordedAt }) => recordedAt).values()) {
    const changed = new Map(
      [...Map.groupBy(group.flatMap(show), ({ quantity }) => quantity)].map(([name, tellings]) => [
        name,
        sumsOfQuantity.get(name)!.tell(tellings),
      ]),
    );
    for (const [numerator, denominator] of shareMeasures) {
      if (!numerator || !denominator) continue;
      const [parts, wholes] = [sumsOfQuantity.get(numerator.name)!, sumsOfQuantity.get(denominator.name)!];
      for (const territory of [...(changed.get(numerator.name) ?? []), ...(changed.get(denominator.name) ?? [])]) {
        const pair = { part: parts.idOf(territory), whole: wholes.idOf(territory) };
        shares.set(JSON.stringify(pair), pair);
      }
    }
  }
  const all = [...sumsOfQuantity.values()];
  return {
    cells: [...[...numbers.values()].map(cellOf), ...all.flatMap(({ unknowns }) => [...unknowns.values()])],
    relations: all.flatMap(({ relations }) => [...relations.values()]),
    atMost: [...shares.values()],
    shown,
  };
}

interface ShownNumber {
  id: string;
  value: number;
  cost: number;
  quantity: Quantity;
  rows: (RecordedRow & { isGuarded: boolean })[];
}

function cellOf({ id, value, cost, quantity, rows }: ShownNumber): Cell {
  const { rule } = quantity;
  const isAmount = rule.about === "AMOUNTS";
  const sensitive = isAmount
    ? rows.some(({ isConcentrated, withheld }) => isConcentrated || withheld === WithholdingKind.PRIMARY)
    : isSmall(value, rule);
  const isKnown = value <= 0 || rows.some(({ isNew, withheld }) => !isNew && !withheld);
  const isGuarded = rows.some((row) => row.isGuarded);
  const isNew = rows.some((row) => row.isNew);
  return {
    id,
    value,
    cost,
    floor: isAmount ? 0 : Math.min(1, value),
    width: sensitive || isGuarded || isNew ? widthOf(value, rule) : 0,
    sensitive,
    state: isKnown ? "KNOWN" : isNew && !isGuarded ? "OPEN" : "WITHHELD",
  };
}
