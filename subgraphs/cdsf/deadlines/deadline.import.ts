import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { text } from "../../../foundation/imports/french-values.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { DeadlineAnchor, DeadlineRule } from "./deadline-rule.entity.ts";

const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

interface Known {
  /** How its label begins. */
  start: RegExp;
  code: string;
  anchor: DeadlineAnchor;
  /** Nobody where the source does not say who. */
  owners: Party[];
  /** Where that is known. */
  inForceFrom?: string;
}

/** The printed deadlines, each with what the hub knows of it. */
const rules: Known[] = [
  {
    start: /^établissement du plan annuel d’inspection/,
    code: "INSPECTION_PLAN",
    anchor: DeadlineAnchor.YEAR,
    owners: [Party.PREFECT, Party.CD],
    inForceFrom: "2026-01-01",
  },
  { start: /^synthèse annuelle/, code: "ANNUAL_SYNTHESIS", anchor: DeadlineAnchor.YEAR, owners: [Party.CDSF], inForceFrom: "2025-01-01" },
  {
    start: /^mise à disposition des indicateurs de diagnostic/,
    code: "ANNEX_1",
    anchor: DeadlineAnchor.YEAR,
    owners: [Party.CNAF],
    inForceFrom: "2025-01-01",
  },
  {
    start: /^transmission à la Cnaf des indicateurs/,
    code: "ANNEX_2",
    anchor: DeadlineAnchor.YEAR,
    owners: [Party.CAF],
    inForceFrom: "2025-01-01",
  },
  {
    start: /^restitution des indicateurs/,
    code: "NATIONAL_RETURN",
    anchor: DeadlineAnchor.YEAR,
    owners: [Party.CNAF],
    inForceFrom: "2025-01-01",
  },
  { start: /^transmission du nouveau SDSF/, code: "SCHEME_TRANSMISSION", anchor: DeadlineAnchor.SCHEME_ADOPTION, owners: [] },
  {
    start: /^transmission du schéma de l’AO/,
    code: "AUTHORITY_SCHEME_TRANSMISSION",
    anchor: DeadlineAnchor.AUTHORITY_SCHEME_ADOPTION,
    owners: [Party.COMMUNE, Party.EPCI],
  },
  { start: /^rapport d’évaluation/, code: "EVALUATION_REPORT", anchor: DeadlineAnchor.SCHEME_END, owners: [Party.CDSF] },
  {
    start: /^adoption du SDSF après les élections/,
    code: "SCHEME_AFTER_ELECTIONS",
    anchor: DeadlineAnchor.MUNICIPAL_ELECTIONS,
    owners: [Party.CDSF],
  },
  { start: /^adoption du SDSF$/, code: "SCHEME_ADOPTION", anchor: DeadlineAnchor.COMMITTEE_RENEWAL, owners: [Party.CDSF] },
  { start: /^remplacement du membre/, code: "SEAT_REPLACEMENT", anchor: DeadlineAnchor.SEAT_VACANCY, owners: [Party.PREFECT] },
];

const ruleOf = (label: string) => rules.find(({ start }) => start.test(label));

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
      const { code, anchor, owners, inForceFrom = null } = ruleOf(objet)!;
      return write(line, DeadlineRule, {
        code,
        label: objet,
        owners,
        printedOwner: acteur,
        legalBasis: base,
        anchor,
        inForceFrom,
        monthDay: anchor === DeadlineAnchor.YEAR ? monthDay(echeance) : null,
        months: anchor === DeadlineAnchor.YEAR ? null : distance(echeance),
      });
    }),
});
