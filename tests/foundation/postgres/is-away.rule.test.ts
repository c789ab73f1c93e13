import { expect, test } from "vitest";
import { isAway } from "../../../foundation/postgres/is-away.ts";

const coded = (code: string, message = "said in English") => Object.assign(new Error(message), { code });

test.each<[string, unknown, boolean]>([
  ["a connection that is refused", coded("ECONNREFUSED"), true],
  ["each address that was tried", Object.assign(new AggregateError([coded("ECONNREFUSED")]), { message: "" }), true],
  ["a server that stops", coded("57P01"), true],
  ["no room for one more connection", coded("53300"), true],
  ["a statement that ran out of time", coded("57014"), true],
  ["a connection that was cut", new Error("Connection terminated unexpectedly"), true],
  ["a pool that nobody gives back to", new Error("timeout exceeded when trying to connect"), true],
  ["the cause of another error", new Error("reading failed", { cause: coded("08006") }), true],
  ["a right that was not granted", coded("42501"), false],
  ["a table that is not there", coded("42P01", "relation timeout does not exist"), false],
  ["a disk that is full", coded("53100"), false],
  ["a fault of ours", new TypeError("x is not a function"), false],
  ["nothing", undefined, false],
])("%s", (_, error, away) => {
  expect(isAway(error)).toBe(away);
});
