import { expect, test } from "vitest";
import {
  attainmentOf,
  expectedIn,
  gapTo,
  hasTrajectory,
  isOnTrack,
  trajectoryOf,
} from "../../../subgraphs/indicators/targets/target-trajectory.ts";

const target = { baselineYear: 2024, baselineValue: 50, horizon: 2027, value: 60 };
const falling = { baselineYear: 2024, baselineValue: 60, horizon: 2026, value: 50.337 };

test("a trajectory is the straight line from the baseline to the horizon, both included, in hundredths", () => {
  expect(trajectoryOf(target)).toEqual([
    { year: 2024, value: 50, isSet: true },
    { year: 2025, value: 53.33, isSet: false },
    { year: 2026, value: 56.67, isSet: false },
    { year: 2027, value: 60, isSet: true },
  ]);
  expect(trajectoryOf({ ...target, horizon: 2025 })).toEqual([
    { year: 2024, value: 50, isSet: true },
    { year: 2025, value: 60, isSet: true },
  ]);
  expect(trajectoryOf(falling).map(({ value }) => value)).toEqual([60, 55.17, 50.34]);
});

test.each([
  [2023, null],
  [2024, 50],
  [2025, 53.33],
  [2027, 60],
  [2028, null],
])("of %i is expected %s", (year, value) => {
  expect(expectedIn(target, year)).toBe(value);
});

test.each([
  [50, 0],
  [55, 50],
  [60, 100],
  [62, 120],
  [48, -20],
  [53.333, 33.33],
])("with %d, %d %% of the way is gone", (observed, attainment) => {
  expect(attainmentOf(target, observed)).toBe(attainment);
  expect(attainmentOf({ ...target, value: 50 }, observed)).toBeNull();
});

test.each([
  [60, 0],
  [59.99, -0.01],
  [60.01, 0.01],
  [53.333, -6.67],
])("%d is %d from the target", (observed, gap) => {
  expect(gapTo(target, observed)).toBe(gap);
});

test.each([
  [2024, 50, true],
  [2024, 49.99, false],
  [2025, 53.33, true],
  [2025, 53.34, true],
  [2025, 53.32, false],
  [2025, 53.3333, true],
  [2027, 60, true],
  [2027, 59.994, false],
  [2027, 59.995, true],
  [2023, 100, null],
  [2028, 100, null],
])("in %i, %d is on track: %s", (year, observed, onTrack) => {
  expect(isOnTrack(target, year, observed)).toBe(onTrack);
});

test("a target itself is on track at its horizon, whatever its decimals", () => {
  expect(isOnTrack(falling, 2026, falling.value)).toBe(true);
});

test.each([
  [2024, 2025, true],
  [2024, 2024, false],
  [2025, 2024, false],
])("from %i to %i there is a way to go: %s", (baselineYear, horizon, isOne) => {
  expect(hasTrajectory({ baselineYear, horizon })).toBe(isOne);
});
