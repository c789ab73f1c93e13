import type { Dataset, Edition, SourceReference } from "../dataset.ts";
import { periodOf } from "../period.ts";

interface Told extends SourceReference {
  n: number;
  periodStart: string | null;
  periodEnd: string | null;
  /** Whether it has the edition of the file: its rows have it too. */
  is_marked: boolean;
}

/** The sources of the rows of a file, once each. */
export class DistinctSources {
  readonly all: Told[] = [];
  private readonly known = new Map<string, number>();

  numberOf(source: SourceReference): number {
    const { publisher, dataset, printedVintage } = source;
    const key = `${publisher}\t${dataset}\t${printedVintage}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { start = null, end = null } = periodOf(printedVintage) ?? {};
    const n = this.all.push({ ...source, n: this.all.length, periodStart: start, periodEnd: end, is_marked: false }) - 1;
    this.known.set(key, n);
    return n;
  }

  /** Those that have an edition: of what a publisher makes public, and documents. */
  published(secrecy: Dataset["secrecy"]): Told[] {
    return this.all.filter(({ isDocument }) => secrecy === "published" || isDocument);
  }
}

/** Says of some sources of which edition they are. */
export function mark(sources: readonly Told[], edition: Edition): void {
  for (const source of sources) Object.assign(source, edition, { is_marked: true });
}
