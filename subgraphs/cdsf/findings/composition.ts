import { type FindingRule, Severity } from "../../../foundation/findings/finding.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { SeatCategory } from "../committee/seat-category.ts";
import type { CommitteeFacts } from "./committee-facts.ts";

interface Seats {
  categories: readonly SeatCategory[];
  /** French. */
  label: string;
  count: number;
  /** The first year at the end of which it holds. */
  since: number;
}

/** What is established of D. 214-3: the split of the thirteen other seats is not, and they may be filed under these. */
const asked: readonly Seats[] = [
  { categories: [SeatCategory.AUTHORITIES], label: "maires, adjoints et présidents d'EPCI", count: 4, since: 2021 },
  { categories: [SeatCategory.DEPARTMENT_COUNCIL], label: "services du conseil départemental", count: 4, since: 2021 },
  { categories: [SeatCategory.TRAINING], label: "service régional de la formation", count: 1, since: 2021 },
  { categories: [SeatCategory.STATE], label: "services de l'État", count: 3, since: 2021 },
  { categories: [SeatCategory.HEALTH_AGENCY], label: "agence régionale de santé", count: 1, since: 2021 },
  { categories: [SeatCategory.JUSTICE], label: "magistrat", count: 1, since: 2021 },
  { categories: [SeatCategory.CAF, SeatCategory.MSA], label: "Caf et MSA", count: 5, since: 2021 },
  { categories: [SeatCategory.ASSOCIATIONS, SeatCategory.OPERATORS], label: "associations et gestionnaires", count: 5, since: 2021 },
  { categories: [SeatCategory.PARENTS], label: "parents", count: 2, since: 2021 },
  { categories: [SeatCategory.FRANCE_TRAVAIL], label: "directeur territorial de France Travail", count: 1, since: 2025 },
];

/** Vacant seats are seats. Where the committee told none, nothing is found. */
export const composition: FindingRule<CommitteeFacts> = {
  code: "COMPOSITION",
  severity: Severity.WARNING,
  correction: "Complétez la composition du comité, ou la liste de ses sièges.",
  legalBasis: "D. 214-3 CASF",
  askWhom: Party.PREFECT,
  find({ year, seats }) {
    if (seats.length === 0) return [];
    return asked.flatMap(({ categories, label, count, since }) => {
      const found = seats.filter(({ category }) => categories.includes(category)).length;
      if (year < since || found >= count) return [];
      return { subject: `comité au 31 décembre ${year}`, message: `Sièges « ${label} » : ${found}, ${count} au moins attendus.` };
    });
  },
};
