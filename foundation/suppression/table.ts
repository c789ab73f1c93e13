/** A number of a table, as an attacker may come to know it. */
export interface Cell {
  id: string;
  /** Null where not even the hub knows it: nobody transmitted it. */
  value: number | null;
  /** The least that a withheld number can be, as everyone knows: 1 for a count, since zeros are shown. An open cell below it is shown. */
  floor: number;
  /** How wide the interval that an attacker can find must be, if the cell is withheld. */
  width: number;
  /** Falls under the primary rule. */
  sensitive: boolean;
  /** KNOWN: shown already, too late to withhold it. WITHHELD: not shown, and never was. OPEN: for `protect` to decide. */
  state: "KNOWN" | "WITHHELD" | "OPEN";
  /** What is lost if an open cell is withheld; its value where not given. */
  cost?: number;
}

export interface Table {
  cells: Cell[];
  /** Totals and their parts, by cell id. Where they do not add up, the gap is taken as known to the attacker. */
  relations: { total: string; parts: string[] }[];
  /** Pairs of which the one counts some of what the other counts. */
  atMost?: { part: string; whole: string }[];
}

/** A table in which every cell has a value, if only an assumed one. */
export interface ValuedTable extends Required<Table> {
  cells: (Cell & { value: number })[];
}

type Terms = [id: string, sign: number][];

/** Whether everyone knows the cell, or will. */
export function isKnown({ state, value, floor }: Cell): boolean {
  return state === "KNOWN" || (state === "OPEN" && value! < floor);
}

/** What is 0 where the parts make up the total. */
export function sumOf({ total, parts }: Table["relations"][number]): Terms {
  return [...parts.map((id): [string, number] => [id, 1]), [total, -1]];
}

/** What is at most 0. */
export function boundOf({ part, whole }: NonNullable<Table["atMost"]>[number]): Terms {
  return [
    [part, 1],
    [whole, -1],
  ];
}
