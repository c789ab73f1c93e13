/** The server or the way to it: connections (class 08), no room for one more, stopped or starting (57P), a statement that ran out of time. */
const codes = /^(08\w{3}|53300|57P\w{2}|57014|ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What the driver throws without a code. */
const messages = /timeout|^Connection terminated|connection error and is not queryable/i;

interface Cause {
  code?: unknown;
  message?: unknown;
  cause?: Cause;
  /** An AggregateError holds one error for each address it tried. */
  errors?: Cause[];
}

/** Whether the database does not answer, for whatever reason; a fault of ours in what it was asked is none. */
export function isAway(error: unknown): boolean {
  for (let cause = error as Cause | null | undefined; cause; cause = cause.cause ?? cause.errors?.[0]) {
    if (typeof cause.code === "string" ? codes.test(cause.code) : messages.test(String(cause.message))) return true;
  }
  return false;
}
