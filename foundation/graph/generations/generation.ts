import { LRUCache } from "lru-cache";

/** The clocks of this machine and of the database may be so far from each other, in milliseconds. */
const clocksApartMs = 10_000;

/**
 * One state of a subgraph's data, between two midnights: what is read of it is the same whoever asks and whenever. It keeps what was read
 * of open tables, frozen, for all calls.
 */
export class Generation {
  /** `<version>@<its end>`: what differs in it may differ in all that was read. */
  readonly name: string;
  private readonly kept: LRUCache<string, object>;
  private isOver = false;

  /**
   * @param days the time in which every territory has the same day, in milliseconds since 1970
   * @param onGrowth called when it keeps more
   */
  constructor(
    readonly version: string,
    private readonly days: { from: number; until: number },
    maxBytes: number,
    private readonly onGrowth: () => void,
  ) {
    this.name = `${version}@${new Date(days.until).toISOString()}`;
    this.kept = new LRUCache({ maxSize: maxBytes });
  }

  /** About what it keeps. */
  get bytes(): number {
    return this.kept.calculatedSize;
  }

  /** Whether an instant is of its days. */
  holds(now: number): boolean {
    return now >= this.days.from && now < this.days.until;
  }

  /** What was kept under a key; undefined: nothing. */
  recall(key: string): unknown {
    return this.kept.get(key);
  }

  /**
   * Keeps a frozen value, unless another generation has taken its place. Just after midnight it keeps nothing: to a database whose clock
   * is late the day is still that of before.
   */
  keep(key: string, value: unknown, bytes: number): void {
    if (this.isOver || Date.now() < this.days.from + clocksApartMs) return;
    this.kept.set(key, value as object, { size: bytes + bytesOfEntry + key.length });
    this.onGrowth();
  }

  /** Gives up what was not asked for the longest. */
  forgetOne(): void {
    this.kept.pop();
  }

  /** Another takes its place: who pins it may still recall, and nothing more is kept. */
  retire(): void {
    this.isOver = true;
  }
}

/** What the table of keys takes for one. */
const bytesOfEntry = 150;
