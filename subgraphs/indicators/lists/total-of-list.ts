import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { partition } from "../../../foundation/numbers/partition.ts";
import { plus, statusOf, sumOfTerritories, type TerritorySum, territories } from "../../../foundation/numbers/territory-sum.ts";
import type { Indicator } from "../catalogue/indicator.entity.ts";
import type { TiedTerritory } from "./listed-values.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";

/**
 * What a list adds up to, where it does.
 * @param sum of the territories that are tied to no other of their level
 * @param tied the others, and those beside the list that they are tied to
 * @param absence why there is none, where no territory has a number
 */
export function totalOfList(
  { unit, isAdditive, per }: Indicator,
  { sum, tied, absence }: { sum: TerritorySum; tied: readonly TiedTerritory[]; absence: ObservationStatus },
): Observation {
  const { known, missing, value, numerator, denominator, withMargins, ...rest } = countedOf(tied).reduce(plus, sum);
  if (known === 0) return Observation.absent(unit, absence);
  const status = statusOf({ known, missing, value, numerator, denominator, withMargins, ...rest });
  if (isAdditive)
    return Observation.of({
      value,
      unit,
      status,
      missingParts: missing || null,
      computedBy: sumOfTerritories(known),
    });
  // A rate of those that give their margins: what is missing makes it no lower bound.
  if (per === null || withMargins < known || missing > 0 || !denominator) return Observation.absent(unit, ObservationStatus.NOT_APPLICABLE);
  const computedBy = computedByHub(`somme des numérateurs rapportée à celle des dénominateurs, ${territories(known)}`);
  return Observation.of({ value: (per * numerator) / denominator, unit, status, numerator, denominator, computedBy });
}

function countedOf(tied: readonly TiedTerritory[]): TiedTerritory[] {
  const byCode = new Map(tied.map((territory) => [territory.code, territory]));
  const listed = tied.filter(({ isListed }) => isListed).map(({ code }) => code);
  const ties = tied.flatMap(({ code, whole }) => (whole === null ? [] : [{ part: code, whole }]));
  return [...partition(listed, ties, (code) => byCode.get(code)!.value !== null)].map((code) => byCode.get(code)!);
}
