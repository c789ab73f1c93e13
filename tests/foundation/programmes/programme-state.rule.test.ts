import { expect, test } from "vitest";
import { programmeState } from "../../../foundation/programmes/programme-state.ts";

const both = { startOn: "2024-01-01", endOn: "2026-12-31" };

test.each([
  [both, "2023-12-31", "IN_PREPARATION"],
  [both, "2024-01-01", "IN_FORCE"],
  [both, "2026-12-31", "IN_FORCE"],
  [both, "2027-01-01", "ENDED"],
  [{ ...both, startOn: null }, "2025-01-01", "UNKNOWN"],
  [{ ...both, startOn: null }, "2027-01-01", "ENDED"],
  [{ ...both, endOn: null }, "2025-01-01", "UNKNOWN"],
  [{ ...both, endOn: null }, "2023-01-01", "IN_PREPARATION"],
  [{ startOn: null, endOn: null }, "2025-01-01", "UNKNOWN"],
])("%o on %s is %s", (dates, on, state) => {
  expect(programmeState(dates, on)).toBe(state);
});
