import type { Source } from "../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../foundation/numbers/observation.ts";

const unit = "habitants";

/** A population as its publisher gives it, or its absence. */
export function populationObservation(value: number | null, source: Source, more: Partial<Observation> = {}): Observation {
  if (value === null) return Observation.absent(unit);
  return Observation.of({ value, unit, status: ObservationStatus.PUBLISHED, source, ...more });
}
