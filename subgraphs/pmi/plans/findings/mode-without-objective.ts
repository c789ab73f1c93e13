import { meaningOf } from "../../../../foundation/enumeration.ts";
import { type FindingRule, Severity } from "../../../../foundation/findings/finding.ts";
import { Party } from "../../../../foundation/terms/party.ts";
import { firstYear } from "../late.ts";
import { CareMode, PlanStatus } from "../../inspections/inspection-terms.ts";
import type { PlanFacts } from "./plan-facts.ts";

export const modeWithoutObjective: FindingRule<PlanFacts> = {
  code: "MODE_WITHOUT_OBJECTIVE",
  severity: Severity.ERROR,
  correction: "Ajoutez au plan un objectif quantifié pour ce mode d'accueil, fût-il de zéro.",
  legalBasis: "D. 2324-51 CSP",
  askWhom: Party.CD,
  find({ plan, objectives }) {
    if (plan.status === PlanStatus.DRAFT || plan.year < firstYear) return [];
    const withObjective = new Set(objectives.map(({ mode }) => mode));
    return Object.values(CareMode)
      .filter((mode) => !withObjective.has(mode))
      .map((mode) => ({
        subject: `plan ${plan.year}`,
        message: `Le plan n'a aucun objectif quantifié pour ce mode d'accueil : ${meaningOf(CareMode, mode)}.`,
      }));
  },
};
