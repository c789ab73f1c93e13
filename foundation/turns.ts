/** How long the work of one answer may keep the event loop from all others, in milliseconds. */
const longMs = 8;

let began: number | undefined;

/** Whether this turn of the event loop has lasted: what is left to do is then done in another. */
export function isTurnLong(): boolean {
  if (began === undefined) {
    began = performance.now();
    setImmediate(() => {
      began = undefined;
    });
  }
  return performance.now() - began > longMs;
}

/** Leaves the event loop to others where this turn has lasted. */
export const rest = (): Promise<void> | undefined => (isTurnLong() ? new Promise((resolve) => setImmediate(resolve)) : undefined);

/** What is left to do of one answer, in order. */
export class Turns {
  private left: (() => void)[] = [];
  private waiting: (() => void)[] = [];

  get areLeft(): boolean {
    return this.left.length > 0;
  }

  /** Does what never throws: now, or after what is left where this turn has lasted. */
  do(work: () => void): void {
    if (!this.areLeft && !isTurnLong()) work();
    else this.later(work);
  }

  later(work: () => void): void {
    if (!this.areLeft) setImmediate(() => this.goOn());
    this.left.push(work);
  }

  /** Calls back once nothing is left. */
  whenNoneAreLeft(callback: () => void): void {
    if (this.areLeft) this.waiting.push(callback);
    else callback();
  }

  private goOn(): void {
    let done = 0;
    while (done < this.left.length && !isTurnLong()) this.left[done++]!();
    this.left = this.left.slice(done);
    if (this.areLeft) return void setImmediate(() => this.goOn());
    const called = this.waiting;
    this.waiting = [];
    for (const callback of called) callback();
  }
}
