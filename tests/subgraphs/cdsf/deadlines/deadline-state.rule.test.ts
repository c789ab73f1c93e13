import { expect, test } from "vitest";
import { deadlineState } from "../../../../subgraphs/cdsf/deadlines/deadline-state.ts";

const due = "2027-01-31";

test.each([
  ["done the day before", { doneOn: "2027-01-30" }, "2027-06-01", "DONE"],
  ["done on the day", { doneOn: due }, "2027-06-01", "DONE"],
  ["done the day after", { doneOn: "2027-02-01" }, "2027-06-01", "DONE_LATE"],
  ["done late, seen on the day when it was done", { doneOn: "2027-02-01" }, "2027-02-01", "DONE_LATE"],
  ["done late, seen from before", { doneOn: "2027-02-01" }, "2027-01-15", "DUE"],
  ["done very late, seen in between", { doneOn: "2027-03-01", isToldOf: true }, "2027-02-15", "LATE"],
  ["due in 31 days", {}, "2026-12-31", "UPCOMING"],
  ["due in 30 days", {}, "2027-01-01", "DUE"],
  ["due today", {}, due, "DUE"],
  ["due yesterday, by one who tells of it", { isToldOf: true }, "2027-02-01", "LATE"],
  ["due yesterday, by one who never does", {}, "2027-02-01", "UNKNOWN"],
  ["under a rule that came the day after", { inForceFrom: "2027-02-01" }, "2027-06-01", "NOT_IN_FORCE"],
  ["under a rule that came that day", { inForceFrom: due }, "2027-06-01", "UNKNOWN"],
  ["done before its rule", { inForceFrom: "2027-02-01", doneOn: "2027-01-01" }, "2027-06-01", "NOT_IN_FORCE"],
])("%s", (_, known, asOf, state) => {
  expect(deadlineState({ dueOn: due, inForceFrom: null, doneOn: null, isToldOf: false, ...known }, asOf)).toBe(state);
});
