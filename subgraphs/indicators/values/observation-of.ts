import type { Context } from "../../../foundation/graph/context.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { indicators } from "../catalogue/readings.ts";
import { observations, recordedObservations } from "./readings.ts";
import type { Value } from "./value.ts";

export const registerKey = ({ indicator, level, code, year }: Value["key"]) => ({ measure: indicator, level, code, year });

/** What is recorded of a value, or its absence in the unit of the catalogue. */
export async function observationOf({ key, known, asOf }: Value, context: Context, then?: Date): Promise<Observation> {
  const { pinned } = key;
  const found =
    pinned === null
      ? await recordedObservations(context, { ...registerKey(key), asOf: then?.toISOString() ?? asOf })
      : await observations(context, pinned);
  // A citation of another value than its own is none.
  if (found && found.measure === key.indicator && found.level === key.level && found.code === key.code && found.year === key.year)
    return found;
  return Observation.absent((known ?? (await indicators(context, key.indicator)))?.unit ?? "");
}
