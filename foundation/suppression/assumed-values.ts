import { type Column, openProgramme, type Row } from "./linear-programme.ts";
import { boundOf, sumOf, type Table, type ValuedTable } from "./table.ts";

const tolerance = 1e-6;

/**
 * Gives the values that nobody transmitted those that fit the relations best: which ones does not matter to the intervals. Where one comes
 * out small it may be all that it can be: it is sensitive.
 */
export async function withAssumedValues({ cells, relations, atMost = [] }: Table): Promise<ValuedTable> {
  const assumed = new Map(cells.filter(({ value }) => value === null).map(({ id, floor }) => [id, floor]));
  const concerns = (entries: [id: string, sign: number][]) => entries.some(([id]) => assumed.has(id));
  const sums = relations.map(sumOf).filter(concerns);
  const bounds = atMost.map(boundOf).filter(concerns);
  const given = new Map(
    cells.map(({ id, value, floor }) => [id, { cost: 0, lower: value ?? floor, upper: value ?? Number.POSITIVE_INFINITY }]),
  );
  const involved = [...new Set([...sums, ...bounds].flat().map(([id]) => id))];
  const position = new Map(involved.map((id, index) => [id, index]));
  const columns: Column[] = involved.map((id) => given.get(id)!);
  const entries = (members: [id: string, sign: number][]) => members.map(([id, sign]): [number, number] => [position.get(id)!, sign]);
  const gap = () => columns.push({ cost: 1, lower: 0, upper: Number.POSITIVE_INFINITY }) - 1;
  const rows: Row[] = [
    ...sums.map((members) => ({
      lower: 0,
      upper: 0,
      entries: [...entries(members), [gap(), 1] as [number, number], [gap(), -1] as [number, number]],
    })),
    ...bounds.map((members) => ({ lower: Number.NEGATIVE_INFINITY, upper: 0, entries: entries(members) })),
  ];
  if (rows.length > 0) {
    using programme = await openProgramme(columns, rows);
    const values = programme.solve();
    for (const id of assumed.keys()) if (position.has(id)) assumed.set(id, values[position.get(id)!]!);
  }
  return {
    relations,
    atMost,
    cells: cells.map((cell) => {
      const value = cell.value ?? assumed.get(cell.id)!;
      const isSmall = cell.value === null && value > tolerance && value <= cell.width;
      return { ...cell, value, sensitive: cell.sensitive || isSmall, width: cell.value !== null || isSmall ? cell.width : 0 };
    }),
  };
}
