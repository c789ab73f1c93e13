import { type FindingRule, Severity } from "../../../../foundation/findings/finding.ts";
import { Party } from "../../../../foundation/terms/party.ts";
import { firstYear, isPlanLate, planDueOn } from "../late.ts";
import type { PlanFacts } from "./plan-facts.ts";

export const planEstablishedLate: FindingRule<PlanFacts> = {
  code: "PLAN_ESTABLISHED_LATE",
  severity: Severity.ERROR,
  correction: null,
  legalBasis: "D. 2324-51 CSP",
  askWhom: Party.CD,
  find({ plan, today }) {
    if (plan.year < firstYear || !isPlanLate(plan, today)) return [];
    const fact = plan.establishedOn === null ? "n'est pas établi" : `a été établi le ${plan.establishedOn}`;
    return [{ subject: `plan ${plan.year}`, message: `Le plan ${fact} ; il était dû le ${planDueOn(plan.year)}.` }];
  },
};
