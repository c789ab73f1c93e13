import { Observation, ObservationStatus } from "../observations/observation.ts";
import type { Source } from "../source.ts";

const unit = "habitants";

/** A population as its publisher gives it, or its absence. */
export function populationObservation(value: number | null, source: Source, more: Partial<Observation> = {}): Observation {
  if (value === null) return Observation.absent(unit);
  return Observation.of({ value, unit, status: ObservationStatus.PUBLISHED, source, ...more });
}
