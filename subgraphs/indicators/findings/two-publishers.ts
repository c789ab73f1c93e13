import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { french, type TerritoryFacts } from "./territory-facts.ts";

export const twoPublishers: FindingRule<TerritoryFacts> = {
  code: "TWO_PUBLISHERS",
  severity: Severity.WARNING,
  correction: "Les deux chiffres sont gardés : voyez « revisions », et demandez aux deux producteurs ce que chacun compte.",
  legalBasis: null,
  askWhom: null,
  find({ told, labelOf }) {
    const known = told.filter(({ value }) => value !== null);
    return [...Map.groupBy(known, ({ measure }) => measure)].flatMap(([measure, all]) => {
      if (new Set(all.map(({ value }) => value)).size < 2) return [];
      const said = all.map(({ value, source }) => `${french(value!)} selon ${source.publisher} (${source.dataset})`);
      return [{ subject: measure, message: `${labelOf(measure)} : ${said.join(", ")}.` }];
    });
  },
};
