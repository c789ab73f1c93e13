import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { type CommitteeFacts, subjectOf } from "./committee-facts.ts";

export const schemeSentBeforeAdopted: FindingRule<CommitteeFacts> = {
  code: "SCHEME_SENT_BEFORE_ADOPTED",
  severity: Severity.ERROR,
  correction: "Vérifiez les deux dates.",
  legalBasis: null,
  askWhom: Party.CDSF,
  find({ schemes }) {
    return schemes
      .filter(({ adoptedOn, transmittedOn }) => adoptedOn !== null && transmittedOn !== null && transmittedOn < adoptedOn)
      .map((scheme) => ({
        subject: subjectOf(scheme),
        message: `Le schéma a été transmis le ${scheme.transmittedOn}, et adopté le ${scheme.adoptedOn} seulement.`,
      }));
  },
};
