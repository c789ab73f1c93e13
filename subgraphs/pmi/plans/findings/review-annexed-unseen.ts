import { type FindingRule, Severity } from "../../../../foundation/findings/finding.ts";
import { Party } from "../../../../foundation/terms/party.ts";
import type { PlanFacts } from "./plan-facts.ts";

export const reviewAnnexedUnseen: FindingRule<PlanFacts> = {
  code: "REVIEW_ANNEXED_UNSEEN",
  severity: Severity.ERROR,
  correction: "Vérifiez les deux dates, ou présentez le bilan au comité.",
  legalBasis: "D. 2324-52 CSP",
  askWhom: Party.CDSF,
  find({ plan, review }) {
    if (!review?.annexedOn || (review.presentedOn !== null && review.presentedOn <= review.annexedOn)) return [];
    const presented =
      review.presentedOn === null ? "n'a pas été présenté au comité" : `n'a été présenté au comité que le ${review.presentedOn}`;
    return [{ subject: `bilan ${plan.year}`, message: `Le bilan a été annexé à la synthèse le ${review.annexedOn}, et ${presented}.` }];
  },
};
