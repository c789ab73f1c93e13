import type { FindingRule } from "../../../../foundation/findings/finding.ts";
import { censusIncomplete } from "./census-incomplete.ts";
import { modeWithoutObjective } from "./mode-without-objective.ts";
import { moreControlledThanAuthorised } from "./more-controlled-than-authorised.ts";
import { planEstablishedLate } from "./plan-established-late.ts";
import type { PlanFacts } from "./plan-facts.ts";
import { reviewAnnexedUnseen } from "./review-annexed-unseen.ts";
import { reviewPresentedLate } from "./review-presented-late.ts";

/** What is looked at in a plan and its review. */
export const planRules: readonly FindingRule<PlanFacts>[] = [
  planEstablishedLate,
  modeWithoutObjective,
  censusIncomplete,
  moreControlledThanAuthorised,
  reviewPresentedLate,
  reviewAnnexedUnseen,
];
