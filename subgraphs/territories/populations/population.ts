import type { Context } from "../../../foundation/graph/context.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { populations } from "./readings.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";

const units = { municipal: "habitants (population municipale)", total: "habitants (population totale)" };

/** A reference population of a territory on a day, or its absence. */
export async function populationOf(
  context: Context,
  which: "municipal" | "total",
  { territory, onDay }: { territory: string; onDay: string },
): Promise<Observation> {
  const unit = units[which];
  const found = await populations(context, { territory, onDay });
  const value = found?.[which] ?? null;
  if (!found || value === null) return Observation.absent(unit);
  const missing = found[`${which}Missing`];
  return Observation.of({
    value,
    unit,
    status: missing > 0 ? ObservationStatus.LOWER_BOUND : ObservationStatus.PUBLISHED,
    missingParts: missing > 0 ? missing : null,
    computedBy: found.parts === null ? null : computedByHub(`somme de ${found.parts} territoire${found.parts > 1 ? "s" : ""}`),
    source: found.source ?? null,
  });
}
