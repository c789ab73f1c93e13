import { expect, test } from "vitest";
import { actionState } from "../../../foundation/programmes/action-state.ts";

test.each([
  ["STARTED", "2026-06-30", "2026-06-30", "STARTED"],
  ["STARTED", "2026-06-30", "2026-07-01", "LATE"],
  ["PLANNED", "2026-06-30", "2026-07-01", "LATE"],
  ["UNKNOWN", "2026-06-30", "2026-07-01", "LATE"],
  ["DONE", "2026-06-30", "2026-07-01", "DONE"],
  ["DROPPED", "2026-06-30", "2026-07-01", "DROPPED"],
  ["STARTED", null, "2026-07-01", "STARTED"],
] as const)("what was said to be %s, due on %s, is on %s %s", (told, dueOn, today, state) => {
  expect(actionState(told, dueOn, today)).toBe(state);
});
