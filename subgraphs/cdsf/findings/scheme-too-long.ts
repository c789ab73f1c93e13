import { addMonths } from "../../../foundation/day.ts";
import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { type CommitteeFacts, subjectOf } from "./committee-facts.ts";

const mostYears = 6;

export const schemeTooLong: FindingRule<CommitteeFacts> = {
  code: "SCHEME_TOO_LONG",
  severity: Severity.ERROR,
  correction: "Révisez le schéma : un schéma dure six ans au plus.",
  legalBasis: "D. 214-2 III CASF",
  askWhom: Party.CDSF,
  find({ schemes }) {
    return schemes
      .filter(({ startOn, endOn, startYear, endYear }) =>
        startOn !== null && endOn !== null ? endOn >= addMonths(startOn, 12 * mostYears) : endYear - startYear + 1 > mostYears,
      )
      .map((scheme) => ({
        subject: subjectOf(scheme),
        message: `Le schéma va de ${scheme.startOn ?? scheme.startYear} à ${scheme.endOn ?? scheme.endYear} : plus de six ans.`,
      }));
  },
};
