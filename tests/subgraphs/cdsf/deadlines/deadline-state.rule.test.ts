import { expect, test } from "vitest";
import { deadlineState } from "../../../../subgraphs/cdsf/deadlines/deadline-state.ts";

const due = "2027-01-31";

test.each([
  ["done the day before", { doneOn: "2027-01-30" }, "2027-06-01", "DONE"],
  ["done on the day", { doneOn: due }, "2027-06-01", "DONE"],
  ["done the day after", { doneOn: "2027-02-01" }, "2027-06-01", "DONE_LATE"],
  ["done late, seen from before", { doneOn: "2027-02-01" }, "2027-01-01", "DONE_LATE"],
  ["said not to be done, due tomorrow", { doneOn: null }, "2027-01-30", "UPCOMING"],
  ["said not to be done, due today", { doneOn: null }, due, "UPCOMING"],
  ["said not to be done, due yesterday", { doneOn: null }, "2027-02-01", "OVERDUE"],
  ["nothing said, due tomorrow", undefined, "2027-01-30", "UPCOMING"],
  ["nothing said, due today", undefined, due, "UPCOMING"],
  ["nothing said, due yesterday", undefined, "2027-02-01", "UNKNOWN"],
])("%s", (_, said, today, state) => {
  expect(deadlineState(due, said, today)).toBe(state);
});
