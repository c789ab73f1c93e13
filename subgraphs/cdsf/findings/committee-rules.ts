import type { FindingRule } from "../../../foundation/findings/finding.ts";
import type { CommitteeFacts } from "./committee-facts.ts";
import { documentIncomplete } from "./document-incomplete.ts";
import { schemeSentBeforeAdopted } from "./scheme-sent-before-adopted.ts";
import { schemeTooLong } from "./scheme-too-long.ts";

/** What is looked at in a committee's schemes, and in its documents of a year. */
export const committeeRules: readonly FindingRule<CommitteeFacts>[] = [schemeTooLong, schemeSentBeforeAdopted, documentIncomplete];
