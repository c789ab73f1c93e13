import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { type FindingCount, FindingKind } from "./finding-count.entity.ts";
import { CareMode, InspectionAuthority } from "./inspection-terms.ts";
import type { RegisterCount } from "./register-count.entity.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";

/** A number that is counted out of a register, never typed in. */
interface RegisterNumber {
  /** Code of the indicator. */
  measure: string;
  unit: string;
  value: number | null;
  status: ObservationStatus;
  computedBy: string;
}

interface Register {
  /** Whether the review of the year is published: its counts are final. */
  reviewed: boolean;
  counts: Pick<RegisterCount, "mode" | "authority" | "done" | "facilities" | "isTotal">[];
  findings: Pick<FindingCount, "mode" | "kind" | "count">[];
}

/** The numbers of a register of one department and year. */
export function registerNumbers({ reviewed, counts, findings }: Register): RegisterNumber[] {
  const done = (mode: CareMode, ...authorities: InspectionAuthority[]) =>
    counts
      .filter((row) => !row.isTotal && row.mode === mode && authorities.includes(row.authority!))
      .reduce((total, row) => total + row.done, 0);
  const number = (measure: string, unit: string, how: string, value: number | null): RegisterNumber => ({
    measure,
    unit,
    value,
    status: value === null ? ObservationStatus.SUPPRESSED : reviewed ? ObservationStatus.PUBLISHED : ObservationStatus.PROVISIONAL,
    computedBy: computedByHub(`${how}, d'après le registre des inspections`),
  });
  const { EAJE, CHILDMINDER } = CareMode;
  const { CD, CD_CAF } = InspectionAuthority;
  const controlled = counts.find((row) => row.isTotal && row.mode === EAJE)?.facilities ?? 0;
  const decisions = findings.find(({ kind, mode }) => kind === FindingKind.DECISION && mode === null);
  return [
    number("T7", "contrôles", "contrôles d'EAJE conjoints Caf et CD", done(EAJE, CD_CAF)),
    number("T8", "visites", "contrôles d'EAJE par le CD, conjoints compris", done(EAJE, CD, CD_CAF)),
    number("G01", "établissements", "EAJE contrôlés au moins une fois", controlled),
    number("G04", "visites", "visites d'assistants maternels par le CD", done(CHILDMINDER, CD)),
    // What controls led to is public with the review, and not before.
    ...(reviewed ? [number("G03", "décisions", "injonctions et fermetures", decisions ? decisions.count : 0)] : []),
  ];
}

/** What indicators a register gives the number of. */
export const registerMeasures = registerNumbers({ reviewed: true, counts: [], findings: [] }).map(({ measure }) => measure);
