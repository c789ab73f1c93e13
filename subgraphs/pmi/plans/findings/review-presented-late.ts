import { type FindingRule, Severity } from "../../../../foundation/findings/finding.ts";
import { Party } from "../../../../foundation/terms/party.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** A review is annexed to the synthesis, which is due on 1 February of the year after, once it was presented. */
const reviewDueOn = (year: number) => `${year + 1}-02-01`;

export const reviewPresentedLate: FindingRule<PlanFacts> = {
  code: "REVIEW_PRESENTED_LATE",
  severity: Severity.ERROR,
  correction: null,
  legalBasis: "D. 2324-52 CSP ; D. 214-2-1 CASF",
  askWhom: Party.CDSF,
  find({ plan, review }) {
    const { presentedOn = null, annexedOn = null } = review ?? {};
    const dueOn = reviewDueOn(plan.year);
    return [
      ...(presentedOn !== null && presentedOn > dueOn ? [`présenté au comité le ${presentedOn}`] : []),
      ...(annexedOn !== null && annexedOn > dueOn ? [`annexé à la synthèse le ${annexedOn}`] : []),
    ].map((fact) => ({
      subject: `bilan ${plan.year}`,
      message: `Le bilan a été ${fact} ; la synthèse à laquelle il est annexé était due le ${dueOn}.`,
    }));
  },
};
