import type { FindingRule } from "../../../foundation/findings/finding.ts";
import { sameThingUnderTwoCodes } from "./same-thing-under-two-codes.ts";
import type { TerritoryFacts } from "./territory-facts.ts";
import { totalAndItsParts } from "./total-and-its-parts.ts";
import { twoPublishers } from "./two-publishers.ts";

/** What is looked at in the numbers of a territory in a year. */
export const territoryRules: readonly FindingRule<TerritoryFacts>[] = [twoPublishers, sameThingUnderTwoCodes, totalAndItsParts];
