import { type FindingRule, Severity } from "../../../../foundation/findings/finding.ts";
import { Party } from "../../../../foundation/terms/party.ts";
import { CareMode } from "../../inspections/inspection-terms.ts";
import type { PlanFacts } from "./plan-facts.ts";

export const moreControlledThanAuthorised: FindingRule<PlanFacts> = {
  code: "MORE_CONTROLLED_THAN_AUTHORISED",
  severity: Severity.WARNING,
  correction: "Vérifiez le recensement du plan, ou les établissements que nomme le registre.",
  legalBasis: null,
  askWhom: Party.CD,
  find({ plan, counts }) {
    const total = counts?.find(({ mode, isTotal }) => isTotal && mode === CareMode.EAJE);
    if (!total || plan.authorisedFacilities === null || total.facilities <= plan.authorisedFacilities) return [];
    return [
      {
        subject: `plan ${plan.year}`,
        message: `Le registre a contrôlé ${total.facilities} établissements ; le plan n'en recense que ${plan.authorisedFacilities} autorisés.`,
      },
    ];
  },
};
