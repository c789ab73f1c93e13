export interface Cause {
  code?: unknown;
  /** Of a file that the system could not read or write. */
  path?: string;
  message?: string;
}

/** An error and what it came from, the last first; of an AggregateError, which has one for each address that was tried, the first. */
export function* causesOf(error: unknown): Iterable<Cause> {
  type Chained = Cause & { cause?: Chained; errors?: Chained[] };
  for (let cause = error as Chained | null | undefined; cause; cause = cause.cause ?? cause.errors?.[0]) yield cause;
}

/** What the driver of PostgreSQL throws without a code. */
export const saidWithoutCode = {
  silent: /timeout/i,
  cut: /^Connection terminated|connection error and is not queryable/,
};
