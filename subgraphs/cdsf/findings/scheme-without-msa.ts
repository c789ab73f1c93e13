import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { type CommitteeFacts, subjectOf } from "./committee-facts.ts";

/** Where nobody said who signed, nothing is found. */
export const schemeWithoutMsa: FindingRule<CommitteeFacts> = {
  code: "SCHEME_WITHOUT_MSA",
  severity: Severity.ERROR,
  correction: "Faites signer le schéma par la MSA, ou complétez la liste des signataires.",
  legalBasis: "circulaire Cnaf C-2026-090",
  askWhom: Party.CDSF,
  find({ schemes }) {
    return schemes
      .filter(({ signatories, signedBy }) => signatories !== null && !signedBy.includes(Party.MSA))
      .map((scheme) => ({ subject: subjectOf(scheme), message: "La MSA n'est pas parmi les signataires du schéma." }));
  },
};
