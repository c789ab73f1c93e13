import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { french, type TerritoryFacts } from "./territory-facts.ts";

interface Total {
  code: string;
  parts: readonly string[];
  /** Half of the last digit that is printed. */
  rounding: number;
}

/** Totals of the Cnaf, and the modes that make them up. */
const totals: readonly Total[] = [
  { code: "B01", parts: ["B03", "B04", "B05", "B06", "B07"], rounding: 0.05 },
  {
    code: "B08",
    parts: ["places-facility-psu", "places-facility-non-psu", "places-preschool", "places-childminder", "places-home-care"],
    rounding: 0.5,
  },
];

const toTenth = (value: number) => Math.round(value * 10) / 10;

export const totalAndItsParts: FindingRule<TerritoryFacts> = {
  code: "TOTAL_AND_ITS_PARTS",
  severity: Severity.WARNING,
  correction: "Le total est servi tel que publié : demandez au producteur.",
  legalBasis: null,
  askWhom: Party.CNAF,
  find({ numbers, labelOf }) {
    return totals.flatMap(({ code, parts, rounding }) => {
      const total = numbers.get(code)?.value ?? null;
      const values = parts.map((part) => numbers.get(part)?.value ?? null);
      if (total === null || values.includes(null)) return [];
      const sum = toTenth(values.reduce<number>((all, value) => all + value!, 0));
      if (toTenth(Math.abs(total - sum)) <= rounding * (parts.length + 1)) return [];
      return [
        {
          subject: code,
          message: `${labelOf(code)} : ${french(total)}, mais ses ${parts.length} modes font ${french(sum)} ; l'arrondi de l'éditeur n'explique pas l'écart.`,
        },
      ];
    });
  },
};
