import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { contentOf } from "../documents/content-item.ts";
import type { CommitteeFacts } from "./committee-facts.ts";

export const documentIncomplete: FindingRule<CommitteeFacts> = {
  code: "DOCUMENT_INCOMPLETE",
  severity: Severity.ERROR,
  correction: "Complétez le document, ou annexez-lui ce qui manque.",
  legalBasis: "D. 214-2-1 CASF",
  askWhom: Party.CDSF,
  find({ documents }) {
    return documents.flatMap(({ kind, title, told }) =>
      contentOf(kind, told)
        .filter(({ isPresent }) => isPresent === false)
        .map(({ label }) => ({ subject: title, message: `Il y manque : ${label}.` })),
    );
  },
};
