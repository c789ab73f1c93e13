import type { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { recruitmentUnit } from "./recruitment-unit.ts";

/** What the unmasked basins of a department add up to (null: all are masked), and how many are masked. */
interface BasinSum {
  value: number | null;
  masked: number;
}

/** A department's number: what its unmasked basins add up to, or why there is none. */
export function sumOfBasins({ value, masked }: BasinSum, source: Source | null = null): Observation {
  if (value === null) return Observation.of({ value, status: ObservationStatus.SUPPRESSED, unit: recruitmentUnit, source });
  return Observation.of({
    value,
    status: masked === 0 ? ObservationStatus.PUBLISHED : ObservationStatus.LOWER_BOUND,
    missingParts: masked === 0 ? null : masked,
    unit: recruitmentUnit,
    source,
    computedBy: "hub : somme des bassins d'emploi non masqués",
  });
}
