import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { Theme } from "../../../foundation/programmes/theme.ts";
import { type CommitteeFacts, subjectOf } from "./committee-facts.ts";

/** What every scheme is about. */
const core = { [Theme.EARLY_CHILDHOOD]: "petite enfance", [Theme.PARENTING]: "soutien à la parentalité" };

/** Where nobody said its themes, nothing is found. */
export const schemeWithoutCoreTheme: FindingRule<CommitteeFacts> = {
  code: "SCHEME_WITHOUT_CORE_THEME",
  severity: Severity.ERROR,
  correction: "Complétez le schéma, ou la liste de ses thématiques.",
  legalBasis: "circulaire Cnaf C-2026-090",
  askWhom: Party.CDSF,
  find({ schemes }) {
    return schemes.flatMap((scheme) =>
      Object.entries(core)
        .filter(([theme]) => scheme.themes && !scheme.themes.includes(theme as Theme))
        .map(([, label]) => ({ subject: subjectOf(scheme), message: `Il manque au schéma une thématique socle : ${label}.` })),
    );
  },
};
