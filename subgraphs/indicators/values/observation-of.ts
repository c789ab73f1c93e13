import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import type { Indicator } from "../catalogue/indicator.entity.ts";
import { indicators } from "../catalogue/readings.ts";
import { observations, recordedObservations } from "./readings.ts";
import type { Value } from "./value.ts";

export const registerKey = ({ indicator, level, code, year }: Value["key"]) => ({ measure: indicator, level, code, year });

/** What is recorded of a value, or its absence in the unit of the catalogue; at once where both are at hand, as they are for a view of a territory. */
export function observationOf(value: Value, context: Context, then?: Date): Read<Observation> {
  const { recorded, definition } = value;
  if (recorded === undefined || !definition || then) return readObservation(value, context, then);
  return recorded ?? Observation.absent(definition.unit);
}

async function readObservation(value: Value, context: Context, then: Date | undefined): Promise<Observation> {
  const { key, asOf } = value;
  const { pinned } = key;
  const found =
    pinned === null
      ? await recordedObservations(context, { ...registerKey(key), asOf: then?.toISOString() ?? asOf })
      : await observations(context, pinned);
  // A citation of another value than its own is none.
  if (found && found.measure === key.indicator && found.level === key.level && found.code === key.code && found.year === key.year)
    return found;
  return Observation.absent(await unitOf(value, context));
}

/** What a value is of; null where the catalogue has no such code. */
export function indicatorOf({ key, definition }: Value, context: Context): Read<Indicator | null> {
  return definition ?? indicators(context, key.indicator);
}

/** The unit that its indicator is counted in. */
export async function unitOf(value: Value, context: Context): Promise<string> {
  return (await indicatorOf(value, context))?.unit ?? "";
}
