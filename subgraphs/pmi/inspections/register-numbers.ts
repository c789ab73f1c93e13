import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { type FindingCount, FindingKind } from "./finding-count.entity.ts";
import { CareMode, FollowUpNature, InspectionAuthority } from "./inspection-terms.ts";
import type { RegisterCount } from "./register-count.entity.ts";
import { reviewMargins } from "./review-margins.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";

const decisions: ReadonlySet<string> = new Set([FollowUpNature.INJUNCTION, FollowUpNature.PARTIAL_CLOSURE, FollowUpNature.TOTAL_CLOSURE]);

/** A number that is counted out of a register, never typed in. */
interface RegisterNumber {
  /** Code of the indicator. */
  measure: string;
  unit: string;
  value: number;
  status: ObservationStatus;
  computedBy: string;
}

interface Register {
  /** Whether the review of the year is published: its counts are final. */
  reviewed: boolean;
  counts: Pick<RegisterCount, "mode" | "category" | "authority" | "done" | "facilities" | "isTotal">[];
  findings: Pick<FindingCount, "kind" | "nature" | "count">[];
}

/** The numbers of a register of one department and year. */
export function registerNumbers({ reviewed, counts, findings }: Register): RegisterNumber[] {
  const done = (mode: CareMode, ...authorities: InspectionAuthority[]) =>
    counts
      .filter((row) => !row.isTotal && row.mode === mode && authorities.includes(row.authority!))
      .reduce((total, row) => total + row.done, 0);
  const number = (measure: string, unit: string, how: string, value: number): RegisterNumber => ({
    measure,
    unit,
    value,
    status: reviewed ? ObservationStatus.PUBLISHED : ObservationStatus.PROVISIONAL,
    computedBy: computedByHub(`${how}, d'après le registre des inspections`),
  });
  const { EAJE, CHILDMINDER } = CareMode;
  const { CD, CD_CAF } = InspectionAuthority;
  const controlled = counts.find((row) => row.isTotal && row.mode === EAJE)?.facilities ?? 0;
  const decided = findings.filter(({ kind, nature }) => kind === FindingKind.FOLLOW_UP && decisions.has(nature));
  return [
    number("T7", "contrôles", "contrôles d'EAJE conjoints Caf et CD", done(EAJE, CD_CAF)),
    number("T8", "visites", "contrôles d'EAJE par le CD, conjoints compris", done(EAJE, CD, CD_CAF)),
    number("G01", "établissements", "EAJE contrôlés au moins une fois", controlled),
    number("G04", "visites", "visites d'assistants maternels par le CD", done(CHILDMINDER, CD)),
    // What controls led to is public with the review, and not before.
    ...(reviewed
      ? [
          number(
            "G03",
            "décisions",
            "injonctions et fermetures",
            decided.reduce((sum, { count }) => sum + count, 0),
          ),
        ]
      : []),
    ...(reviewed
      ? reviewMargins({ counts, findings }).map(({ measure, unit, count }) => number(measure, unit, "bilan annuel", count))
      : []),
  ];
}

/** What indicators a register gives the number of. */
export const registerMeasures = registerNumbers({ reviewed: true, counts: [], findings: [] }).map(({ measure }) => measure);
