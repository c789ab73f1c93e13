const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type StopSignal = (typeof signals)[number];

/** One Ctrl-C comes several times: from the terminal, from npm, from the supervisor. What comes within this time is the same. */
const sameMs = 500;

/** @param again called when somebody asks a second time. */
export function onStopSignal(first: (signal: StopSignal) => void, again: () => void): void {
  let asked: number | undefined;
  for (const signal of signals) {
    process.on(signal, () => {
      if (asked !== undefined) {
        if (performance.now() - asked > sameMs) again();
        return;
      }
      asked = performance.now();
      first(signal);
    });
  }
}
