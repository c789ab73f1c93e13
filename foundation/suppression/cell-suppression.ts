import { withAssumedValues } from "./assumed-values.ts";
import { openProgramme, type Row } from "./linear-programme.ts";
import { isKnown, type Table } from "./table.ts";
import { type Component, components } from "./table-components.ts";

export interface Protection {
  /** Every cell that is not to be shown: withheld already, sensitive, or complementary. */
  withheld: Set<string>;
  /** Withheld cells that what is shown already gives away, whatever else is withheld. */
  exposed: Set<string>;
}

const tolerance = 1e-6;
/** More than all that a unit of change can cost along the cells that make up for it. */
const reward = 1000;

/**
 * Complementary suppression: which open cells to withhold as well, so that nobody who knows the shown cells, the relations and the
 * floors can find for a withheld cell an interval narrower than its width, nor for a sensitive one exclude a value within its width.
 *
 * Cell by cell, a linear programme looks for the least costly other values of the table that the attacker could not exclude (Kelly,
 * Golden and Assad 1992; Robertson 1993), and withholds what it had to change. Not the optimum, but each interval is proven.
 * @param complementary false: the primary rule alone, which protects nothing; for comparison.
 */
export async function protect(table: Table, { complementary = true } = {}): Promise<Protection> {
  const withheld = new Set(
    table.cells.filter((cell) => !isKnown(cell) && (cell.state === "WITHHELD" || cell.sensitive)).map(({ id }) => id),
  );
  const exposed = new Set<string>();
  if (!complementary) return { withheld, exposed };
  for (const component of components(await withAssumedValues(table))) {
    if (component.cells.some(({ id, width }) => withheld.has(id) && width > 0)) await suppress(component, withheld, exposed);
  }
  return { withheld, exposed };
}

/** Withholds what the withheld cells of one component need, until each has its interval or is exposed. */
async function suppress({ cells, rows }: Component, withheld: Set<string>, exposed: Set<string>): Promise<void> {
  const room = cells.map(({ value, floor, ceiling }) => ({ up: Math.max(0, ceiling - value), down: Math.max(0, value - floor) }));
  const reached = cells.map(() => ({ up: 0, down: 0 }));
  const costs = cells.map(({ id, value, cost }) => (withheld.has(id) ? 0 : Math.log1p(cost ?? value)));
  const column = { up: (index: number) => 2 * index, down: (index: number) => 2 * index + 1 };
  using programme = await openProgramme(
    cells.flatMap((_, index) => [
      { cost: costs[index]!, lower: 0, upper: room[index]!.up },
      { cost: costs[index]!, lower: 0, upper: room[index]!.down },
    ]),
    rows.map(({ entries, ...bounds }) => ({
      ...bounds,
      entries: entries.flatMap(([index, sign]): Row["entries"] => [
        [column.up(index), sign],
        [column.down(index), -sign],
      ]),
    })),
  );
  const twins = twinsOf(cells, rows);
  const queue = [...cells.keys()].filter((index) => withheld.has(cells[index]!.id));

  /** Cells of the same relations can always make up for each other: no programme is needed to see it. */
  function reachAmongTwins(index: number): void {
    const others = twins[index]!.filter((other) => other !== index && withheld.has(cells[other]!.id));
    const available = (direction: "up" | "down") =>
      rows.length === 0 ? Number.POSITIVE_INFINITY : others.reduce((sum, other) => sum + room[other]![direction], 0);
    reached[index]!.up = Math.max(reached[index]!.up, Math.min(room[index]!.up, available("down")));
    reached[index]!.down = Math.max(reached[index]!.down, Math.min(room[index]!.down, available("up")));
  }

  /** Moves a cell as far as `amount`, at the least cost, and withholds the cells that moved with it. */
  function reach(index: number, direction: "up" | "down", amount: number): void {
    if (reached[index]![direction] >= amount - tolerance) return;
    const [moved, fixed] = direction === "up" ? [column.up(index), column.down(index)] : [column.down(index), column.up(index)];
    programme.setColumn(moved, -reward, amount);
    programme.setColumn(fixed, 0, 0);
    const values = programme.solve();
    for (const [other, { id }] of cells.entries()) {
      const change = values[column.up(other)]! - values[column.down(other)]!;
      if (Math.abs(change) <= tolerance) continue;
      reached[other]!.up = Math.max(reached[other]!.up, change);
      reached[other]!.down = Math.max(reached[other]!.down, -change);
      if (withheld.has(id)) continue;
      withheld.add(id);
      queue.push(other);
      free(other);
    }
    free(index);
  }

  function free(index: number): void {
    programme.setColumn(column.up(index), 0, room[index]!.up);
    programme.setColumn(column.down(index), 0, room[index]!.down);
  }

  for (const index of queue) {
    const { id, width, sensitive } = cells[index]!;
    const [up, down] = [Math.min(width, room[index]!.up), Math.min(width, room[index]!.down)];
    const isWide = () => reached[index]!.up + reached[index]!.down >= width - tolerance;
    reachAmongTwins(index);
    // As far as can be: a total is never less than the number of its withheld parts.
    if (sensitive) reach(index, "down", down);
    if (sensitive || !isWide()) reach(index, "up", up);
    if (!isWide()) reach(index, "down", down);
    if (!isWide() || (sensitive && reached[index]!.up < up - tolerance)) exposed.add(id);
  }
}

/** For each cell, those that are in exactly the same relations on the same side, itself included. */
function twinsOf(cells: Component["cells"], rows: Row[]): number[][] {
  const places = cells.map((): string[] => []);
  for (const [number, { entries }] of rows.entries()) for (const [index, sign] of entries) places[index]!.push(`${number}:${sign}`);
  const groups = Map.groupBy(cells.keys(), (index) => places[index]!.join());
  return places.map((place) => groups.get(place.join())!);
}
