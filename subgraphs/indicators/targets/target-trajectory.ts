/** A target for the horizon, and from where the way to it begins: values in the unit of the indicator. */
interface Target {
  baselineYear: number;
  baselineValue: number;
  horizon: number;
  value: number;
}

/** Whether there is a way to go: the horizon comes after the baseline. */
export function hasTrajectory({ baselineYear, horizon }: Pick<Target, "baselineYear" | "horizon">): boolean {
  return horizon > baselineYear;
}

/** What is expected each year, from the baseline to the horizon: a straight line between the two that were set. */
export function trajectoryOf(target: Target): { year: number; value: number; isSet: boolean }[] {
  const { baselineYear, horizon } = target;
  return Array.from({ length: horizon - baselineYear + 1 }, (_, n) => ({
    year: baselineYear + n,
    value: pointOf(target, baselineYear + n),
    isSet: n === 0 || baselineYear + n === horizon,
  }));
}

/** What is expected of one year, rounded to a hundredth; null before the baseline and after the horizon. */
export function expectedIn(target: Target, year: number): number | null {
  return year >= target.baselineYear && year <= target.horizon ? pointOf(target, year) : null;
}

/** What was observed less the target: negative where it is not reached. */
export function gapTo({ value }: Target, observed: number): number {
  return round(observed - value);
}

/** How much of the way from the baseline to the target is gone, in %; null where the target is the baseline. */
export function attainmentOf({ baselineValue, value }: Target, observed: number): number | null {
  return value === baselineValue ? null : round((100 * (observed - baselineValue)) / (value - baselineValue));
}

/** Whether what was observed reaches what was expected of that year; null where nothing was. */
export function isOnTrack(target: Target, year: number, observed: number): boolean | null {
  const expected = expectedIn(target, year);
  return expected === null ? null : round(observed) >= expected;
}

function pointOf({ baselineYear, baselineValue, horizon, value }: Target, year: number): number {
  return round(baselineValue + ((year - baselineYear) / (horizon - baselineYear)) * (value - baselineValue));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
