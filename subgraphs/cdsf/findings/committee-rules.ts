import type { FindingRule } from "../../../foundation/findings/finding.ts";
import type { CommitteeFacts } from "./committee-facts.ts";
import { composition } from "./composition.ts";
import { documentIncomplete } from "./document-incomplete.ts";
import { schemeSentBeforeAdopted } from "./scheme-sent-before-adopted.ts";
import { schemeTooLong } from "./scheme-too-long.ts";
import { schemeWithoutCoreTheme } from "./scheme-without-core-theme.ts";
import { schemeWithoutMsa } from "./scheme-without-msa.ts";

/** What is looked at in a committee's schemes of a year, in its documents that describe it, and in its seats. */
export const committeeRules: readonly FindingRule<CommitteeFacts>[] = [
  schemeTooLong,
  schemeSentBeforeAdopted,
  schemeWithoutMsa,
  schemeWithoutCoreTheme,
  documentIncomplete,
  composition,
];
