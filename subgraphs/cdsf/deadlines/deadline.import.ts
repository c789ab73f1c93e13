import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { text } from "../../../foundation/imports/french-values.ts";
import { DeadlineAnchor, DeadlineRule } from "./deadline-rule.entity.ts";

const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/** The printed deadlines, each with its code in the hub, from what it is counted, and the day of its rule where that is known. */
const rules: [start: RegExp, code: string, anchor: DeadlineAnchor, inForceFrom?: string][] = [
  [/^établissement du plan annuel d’inspection/, "INSPECTION_PLAN", DeadlineAnchor.YEAR, "2026-01-01"],
  [/^synthèse annuelle/, "ANNUAL_SYNTHESIS", DeadlineAnchor.YEAR, "2025-01-01"],
  [/^mise à disposition des indicateurs de diagnostic/, "ANNEX_1", DeadlineAnchor.YEAR, "2025-01-01"],
  [/^transmission à la Cnaf des indicateurs/, "ANNEX_2", DeadlineAnchor.YEAR, "2025-01-01"],
  [/^restitution des indicateurs/, "NATIONAL_RETURN", DeadlineAnchor.YEAR, "2025-01-01"],
  [/^transmission du nouveau SDSF/, "SCHEME_TRANSMISSION", DeadlineAnchor.SCHEME_ADOPTION],
  [/^transmission du schéma de l’AO/, "AUTHORITY_SCHEME_TRANSMISSION", DeadlineAnchor.AUTHORITY_SCHEME_ADOPTION],
  [/^rapport d’évaluation/, "EVALUATION_REPORT", DeadlineAnchor.SCHEME_END],
  [/^adoption du SDSF/, "SCHEME_ADOPTION", DeadlineAnchor.COMMITTEE_RENEWAL],
  [/^remplacement du membre/, "SEAT_REPLACEMENT", DeadlineAnchor.SEAT_VACANCY],
];

const ruleOf = (label: string) => rules.find(([start]) => start.test(label));

/** `1er juillet` → `07-01`; null where it is no day of the year. */
function monthDay(printed: string): string | null {
  const [, day, month] = /^(\d{1,2})(?:er)? (\p{L}+)/u.exec(printed) ?? [];
  const number = months.indexOf(month ?? "") + 1;
  return number ? `${String(number).padStart(2, "0")}-${day!.padStart(2, "0")}` : null;
}

/** `échéance SDSF - 3 mois` → −3; null where it is no distance in months. */
function distance(printed: string): number | null {
  const [, sign, number] = /([+-]) (\d+) mois$/.exec(printed) ?? [];
  return number ? Number(`${sign}${number}`) : null;
}

export const deadlines = defineDataset({
  name: "deadlines",
  title: "Échéances légales du CDSF",
  secrecy: "published",
  columns: z.object({
    echeance: text.refine(
      (printed) => monthDay(printed) !== null || distance(printed) !== null,
      "attendu : un jour (« 31 mars ») ou une distance (« adoption + 1 mois »)",
    ),
    objet: text.refine((label) => ruleOf(label), "échéance inconnue du hub : ajoutez-la à deadlines.import.ts"),
    acteur: text,
    base: text,
    confiance: text,
  }),
  convert: (lines) =>
    lines.map(({ line, echeance, objet, acteur, base }) => {
      const [, code, anchor, inForceFrom = null] = ruleOf(objet)!;
      return write(line, DeadlineRule, {
        code,
        label: objet,
        owner: acteur,
        legalBasis: base,
        anchor,
        inForceFrom,
        monthDay: anchor === DeadlineAnchor.YEAR ? monthDay(echeance) : null,
        months: anchor === DeadlineAnchor.YEAR ? null : distance(echeance),
      });
    }),
});
