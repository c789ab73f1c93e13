import { type Append, type SourceReference, type Write, write } from "../imports/dataset.ts";
import { leapsOf } from "./leaps.ts";
import { counts, editionOf, newestFirst } from "./newest.ts";
import { Observation, ObservationStatus } from "./observation.ts";
import { asTransmitted } from "./secrecy/withheld-value.ts";

/** A correction is compared with what its sender transmitted before, withheld or not; an old edition that comes late with those before it. */
const append: Append = {
  key: ["measure", "level", "code", "year"],
  number: "value",
  named: ["measure", "year"],
  ofSource: ["edition", "publishedOn"],
  last: (names, match) =>
    asTransmitted(
      names,
      `${match} and ${counts("t")} and (i.edition is null or ${editionOf("t")} <= i.edition) order by ${newestFirst("t")} limit 1`,
    ),
  leaps: leapsOf,
};

type Optional =
  | "status"
  | "numerator"
  | "denominator"
  | "printed"
  | "notes"
  | "missingParts"
  | "computedBy"
  | "perimeter"
  | "establishments"
  | "largestShare";

/** The values of a row of numbers; what is left out is null, so that a correction always compares whole rows. */
export function writeObservation(
  line: number,
  values: Pick<Observation, "measure" | "level" | "code" | "year" | "value" | "unit"> &
    Partial<Pick<Observation, Optional>> & { source: SourceReference },
): Write {
  return {
    ...write(line, Observation, {
      status: values.value === null ? ObservationStatus.NOT_TRANSMITTED : ObservationStatus.PUBLISHED,
      numerator: null,
      denominator: null,
      printed: null,
      missingParts: null,
      notes: [],
      computedBy: null,
      perimeter: null,
      establishments: null,
      largestShare: null,
      edition: values.source.edition ?? null,
      publishedOn: values.source.publishedOn ?? null,
      ...values,
    }),
    append,
  };
}
