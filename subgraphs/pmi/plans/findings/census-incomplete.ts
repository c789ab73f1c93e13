import { type FindingRule, Severity } from "../../../../foundation/findings/finding.ts";
import { Party } from "../../../../foundation/terms/party.ts";
import { firstYear } from "../late.ts";
import { PlanStatus } from "../../inspections/inspection-terms.ts";
import type { PlanFacts } from "./plan-facts.ts";

const counted = {
  authorisedFacilities: "les établissements autorisés",
  licensedChildminders: "les assistants maternels agréés",
  homeCareProviders: "les personnes morales et entrepreneurs individuels de garde à domicile",
} as const;

export const censusIncomplete: FindingRule<PlanFacts> = {
  code: "CENSUS_INCOMPLETE",
  severity: Severity.WARNING,
  correction: "Complétez le recensement du plan.",
  legalBasis: "D. 2324-51 CSP",
  askWhom: Party.CD,
  find({ plan }) {
    if (plan.status === PlanStatus.DRAFT || plan.year < firstYear) return [];
    const missing = (Object.keys(counted) as (keyof typeof counted)[]).filter((name) => plan[name] === null);
    return missing.map((name) => ({ subject: `plan ${plan.year}`, message: `Le plan ne dit pas combien il recense : ${counted[name]}.` }));
  },
};
