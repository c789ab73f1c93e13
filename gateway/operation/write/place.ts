import type { Path } from "../../response-path.ts";
import type { Run } from "../plan/run.ts";

/** A place of the answer: a response key, with the data's for it, or an item of the list above. */
export interface Place {
  above: Place | null;
  key: string | null;
  dataKey: string | null;
}

/** The keys that lead to a place in the gathered data, without indices. */
export function dataKeysOf(place: Place | null): string[] {
  const keys: string[] = [];
  for (let each = place; each; each = each.above) if (each.dataKey !== null) keys.unshift(each.dataKey);
  return keys;
}

/** The keys that lead to a place in the answer, without indices, in one text. */
export function keysOf(place: Place): string {
  const keys: string[] = [];
  for (let each: Place | null = place; each; each = each.above) if (each.key !== null) keys.unshift(each.key);
  return keys.join();
}

/** Where the writer of a run stands. */
export function pathOf(place: Place | null, { indices }: Run): Path {
  const path: Path = [];
  let depth = indices.length;
  for (let each = place; each; each = each.above) path.unshift(each.key ?? indices[--depth]!);
  return path;
}

/** Places and numbers of an operation: the same for the same. */
export class Places {
  readonly #places = new Map<string, Place>();
  readonly #numbers = new Map<object, number>();

  /** @param key null: an item of the list */
  below(above: Place | null, key: string | null, dataKey: string | null): Place {
    const id = `${this.numberOf(above)} ${key} ${dataKey}`;
    const known = this.#places.get(id);
    if (known) return known;
    const place = { above, key, dataKey };
    this.#places.set(id, place);
    return place;
  }

  numberOf(each: object | null): number {
    if (each === null) return 0;
    const known = this.#numbers.get(each);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(each, number);
    return number;
  }
}
