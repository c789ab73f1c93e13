import { causesOf, saidWithoutCode } from "../causes.ts";

/** The server or the way to it: connections (class 08), no room for one more, stopped or starting (57P), a statement that ran out of time. */
const codes = /^(08\w{3}|53300|57P\w{2}|57014|ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** Whether the database does not answer, for whatever reason; a fault of ours in what it was asked is none. */
export function isAway(error: unknown): boolean {
  for (const { code, message = "" } of causesOf(error)) {
    if (typeof code === "string" ? codes.test(code) : saidWithoutCode.silent.test(message) || saidWithoutCode.cut.test(message))
      return true;
  }
  return false;
}
