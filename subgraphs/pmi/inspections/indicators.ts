import type { Context } from "../../../foundation/graph/context.ts";
import { type Derivation, producedIndicator } from "../../../foundation/numbers/indicator.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { FindingKind } from "./finding-count.entity.ts";
import { registerCounts, registerFindings, registerYears } from "./inspection-register.ts";
import { CareMode, InspectionAuthority } from "./inspection-terms.ts";
import type { RegisterCount } from "./register-count.entity.ts";
import type { RegisterYear } from "./register-year.entity.ts";

/** A number out of the inspection register; null where the department keeps no register in the hub for that year: nothing is known then, not zero. */
function fromRegister(
  unit: string,
  how: string,
  count: (counts: RegisterCount[], register: RegisterYear, context: Context) => number | Observation | Promise<number | Observation>,
): Derivation {
  return async ({ level, code: department, year }, context) => {
    if (level !== TerritoryLevel.DEPARTMENT) return null;
    const key = { department, year };
    const [register, counts] = await Promise.all([context.load(registerYears, key), context.load(registerCounts, key)]);
    if (!register) return null;
    const value = await count(counts, register, context);
    if (value instanceof Observation) return value;
    return Observation.of({
      value,
      unit,
      status: register.reviewed ? ObservationStatus.PUBLISHED : ObservationStatus.PROVISIONAL,
      computedBy: `hub : ${how}, d'après le registre des inspections`,
      source: register.source,
    });
  };
}

const sum = (counts: RegisterCount[], mode: CareMode, ...authorities: InspectionAuthority[]) =>
  counts
    .filter((row) => !row.isTotal && row.mode === mode && authorities.includes(row.authority!))
    .reduce((total, { done }) => total + done, 0);

/** T7 and T8 are counted from the register, never typed in. */
export const PmiIndicator = producedIndicator("PmiIndicator", "le conseil départemental (PMI) ou la Drees", {
  T7: fromRegister("contrôles", "contrôles d'EAJE conjoints Caf et CD", (counts) => sum(counts, CareMode.EAJE, InspectionAuthority.CD_CAF)),
  T8: fromRegister("visites", "contrôles d'EAJE par le CD, conjoints compris", (counts) =>
    sum(counts, CareMode.EAJE, InspectionAuthority.CD, InspectionAuthority.CD_CAF),
  ),
  G01: fromRegister(
    "établissements",
    "EAJE contrôlés au moins une fois",
    (counts) => counts.find((row) => row.isTotal && row.mode === CareMode.EAJE)?.facilities ?? 0,
  ),
  G03: fromRegister("décisions", "injonctions et fermetures", async (_, { departmentCode, year, reviewed }, context) => {
    // What controls led to is public with the review, and not before.
    if (!reviewed) return Observation.absent("décisions");
    const findings = await context.load(registerFindings, { department: departmentCode, year });
    const found = findings.find(({ kind, mode }) => kind === FindingKind.DECISION && mode === null);
    return found?.count === null ? Observation.absent("décisions", ObservationStatus.SUPPRESSED) : (found?.count ?? 0);
  }),
  G04: fromRegister("visites", "visites d'assistants maternels par le CD", (counts) =>
    sum(counts, CareMode.CHILDMINDER, InspectionAuthority.CD),
  ),
});
