import { type FindingRule, Severity } from "../../../../foundation/findings/finding.ts";
import { Party } from "../../../../foundation/party.ts";
import { FindingKind } from "../../inspections/finding-count.entity.ts";
import type { PlanFacts } from "./plan-facts.ts";

export const moreFollowUpsThanControls: FindingRule<PlanFacts> = {
  code: "MORE_FOLLOW_UPS_THAN_CONTROLS",
  severity: Severity.WARNING,
  correction: "Vérifiez que chaque suite n'est inscrite qu'une fois, à son contrôle.",
  legalBasis: null,
  askWhom: Party.CD,
  find({ plan, register }) {
    if (!register) return [];
    const controls = sumOf(register.counts.filter(({ isTotal }) => isTotal).map(({ done }) => done));
    const followUps = sumOf(register.findings.filter(({ kind }) => kind === FindingKind.FOLLOW_UP).map(({ count }) => count));
    if (followUps <= controls) return [];
    return [{ subject: `bilan ${plan.year}`, message: `${followUps} suites pour ${controls} contrôles.` }];
  },
};

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
