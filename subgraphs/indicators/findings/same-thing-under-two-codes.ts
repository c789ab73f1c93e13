import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { french, type TerritoryFacts } from "./territory-facts.ts";

/** What two publishers count under codes of their own: the first is as much as all the others together. */
const same: readonly (readonly [code: string, ...others: string[]])[] = [
  ["creches", "B11", "B12"],
  ["home-care-arrangements", "places-home-care"],
];

export const sameThingUnderTwoCodes: FindingRule<TerritoryFacts> = {
  code: "SAME_THING_UNDER_TWO_CODES",
  severity: Severity.WARNING,
  correction: "Les deux chiffres sont gardés : demandez aux deux producteurs ce que chacun compte.",
  legalBasis: null,
  askWhom: null,
  find({ numbers, labelOf }) {
    return same.flatMap(([code, ...others]) => {
      const one = numbers.get(code);
      const parts = others.map((each) => numbers.get(each));
      if (one?.value == null || !parts.every((part) => part?.value != null)) return [];
      const sum = parts.reduce((all, part) => all + part!.value!, 0);
      if (sum === one.value) return [];
      const publishers = [...new Set(parts.map((part) => part!.source.publisher))].join(" et ");
      const counted = others.map((each) => `${labelOf(each)} (${each})`).join(" et ");
      return [
        {
          subject: code,
          message: `${labelOf(code)} : ${french(one.value)} selon ${one.source.publisher} ; ${counted} : ${french(sum)} selon ${publishers}.`,
        },
      ];
    });
  },
};
