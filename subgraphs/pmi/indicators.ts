import type { Context } from "../context.ts";
import { type Derivation, producedIndicator } from "../indicator.ts";
import { Observation, ObservationStatus } from "../observation.ts";
import { TerritoryLevel } from "../territory-level.ts";
import { type RegisterCount, registerCounts, registerFindings } from "./inspection-register.ts";
import { CareMode, FollowUpNature, InspectionAuthority } from "./inspection-terms.ts";
import { plansById } from "./loaders.ts";

/** A number out of the inspection register; null where the department keeps no plan in the hub for that year: nothing is known then, not zero. */
function fromRegister(
  unit: string,
  how: string,
  count: (counts: RegisterCount[], key: { department: string; year: number }, context: Context) => number | Promise<number>,
): Derivation {
  return async ({ level, code: department, year }, context) => {
    if (level !== TerritoryLevel.DEPARTMENT) return null;
    const key = { department, year };
    const [plan, counts] = await Promise.all([context.load(plansById, `${department}-${year}`), context.load(registerCounts, key)]);
    if (!plan) return null;
    return Observation.of({
      value: await count(counts, key, context),
      unit,
      status: plan.review ? ObservationStatus.PUBLISHED : ObservationStatus.PROVISIONAL,
      computedBy: `hub : ${how}, d'après le registre des inspections`,
      source: plan.source,
    });
  };
}

const sum = (counts: RegisterCount[], mode: CareMode, ...authorities: InspectionAuthority[]) =>
  counts
    .filter((row) => !row.isTotal && row.mode === mode && authorities.includes(row.authority!))
    .reduce((total, { done }) => total + done, 0);

const decisions = new Set<string>([FollowUpNature.INJUNCTION, FollowUpNature.PARTIAL_CLOSURE, FollowUpNature.TOTAL_CLOSURE]);

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
  G03: fromRegister("décisions", "injonctions et fermetures", async (_, key, context) => {
    const findings = await context.load(registerFindings, key);
    return findings.filter(({ nature }) => decisions.has(nature)).reduce((total, { count }) => total + count, 0);
  }),
  G04: fromRegister("visites", "visites d'assistants maternels par le CD", (counts) =>
    sum(counts, CareMode.CHILDMINDER, InspectionAuthority.CD),
  ),
});
