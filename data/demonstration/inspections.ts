import { closedByState, type Facility, facilities, isOpen, isPsu } from "./facilities.ts";
import { type ProgrammeLine, programme } from "./inspection-programme.ts";
import { seeded } from "./random.ts";

interface Inspection {
  year: number;
  facility: Facility | null;
  mode: ProgrammeLine["mode"];
  authority: ProgrammeLine["authority"];
  kind: string;
  date: string;
  unannounced: boolean;
  nonCompliances: string[];
  followUps: string[];
}

const categories: Record<string, ProgrammeLine["category"]> = {
  "multi-accueil": "MULTI_CARE",
  "creche-collective": "COLLECTIVE_CRECHE",
  "halte-garderie": "COLLECTIVE_CRECHE",
  "micro-creche": "COLLECTIVE_CRECHE",
  "creche-familiale": "FAMILY_CRECHE",
  "jardin-d-enfants": "KINDERGARTEN",
};

const holidays = new Set([
  "01-01",
  "04-06",
  "04-21",
  "05-01",
  "05-08",
  "05-14",
  "05-25",
  "05-29",
  "06-09",
  "07-14",
  "08-15",
  "11-01",
  "11-11",
  "12-25",
]);

const random = seeded(5);

/** The working day that is this many days after a date, or the next one. */
function workingDay(from: string, days: number): string {
  const day = new Date(from);
  day.setUTCDate(day.getUTCDate() + days);
  const iso = day.toISOString().slice(0, 10);
  return [0, 6].includes(day.getUTCDay()) || holidays.has(iso.slice(5)) ? workingDay(iso, 1) : iso;
}

/** Any working day of the year's first weeks that the register covers. */
const weeks: Record<number, { firstMonday: string; count: number }> = {
  2025: { firstMonday: "2025-01-06", count: 50 },
  2026: { firstMonday: "2026-01-05", count: 38 },
};

function drawnDate(year: number): string {
  const { firstMonday, count } = weeks[year]!;
  return workingDay(firstMonday, 7 * random.integer(0, count - 1) + random.integer(0, 4));
}

function findings(mode: string): Pick<Inspection, "nonCompliances" | "followUps"> {
  if (random.chance(0.55)) return { nonCompliances: [], followUps: ["NONE"] };
  const natures = [
    "PREMISES",
    "HEALTH_SAFETY",
    "DOCUMENTS",
    "CARE_PRACTICE",
    ...(mode === "EAJE" ? ["STAFFING_RATIO", "QUALIFICATION"] : []),
  ];
  const found = random.shuffled(natures).slice(0, random.integer(1, 2));
  return { nonCompliances: found.map((nature) => `${nature}:${random.integer(1, 3)}`), followUps: ["OBSERVATIONS"] };
}

/** From a visit to the closure of the facility: injunction, unheeded, penalty payment, State inspection. */
const closedFacility = facilities.find(({ id }) => id === closedByState)!;
const onClosedFacility = { year: 2025, facility: closedFacility, mode: "EAJE" as const, unannounced: true };
const closure: Inspection[] = [
  {
    ...onClosedFacility,
    authority: "CD",
    kind: "FOLLOW_UP_VISIT",
    date: "2025-03-18",
    nonCompliances: ["STAFFING_RATIO:3", "QUALIFICATION:2", "HEALTH_SAFETY:1"],
    followUps: ["INJUNCTION"],
  },
  {
    ...onClosedFacility,
    authority: "CD",
    kind: "INJUNCTION_FOLLOW_UP",
    date: "2025-05-20",
    nonCompliances: ["STAFFING_RATIO:3", "QUALIFICATION:1"],
    followUps: ["PENALTY_PAYMENT"],
  },
  {
    ...onClosedFacility,
    authority: "ETAT",
    kind: "STATE_INSPECTION",
    date: "2025-09-23",
    nonCompliances: ["STAFFING_RATIO:2", "CARE_PRACTICE:1"],
    followUps: ["FINANCIAL_SANCTION", "TOTAL_CLOSURE"],
  },
];

function matches({ year, facility, mode, authority, kind }: Inspection, line: ProgrammeLine): boolean {
  const sameCategory = line.category === "" || (facility !== null && categories[facility.type] === line.category);
  return year === line.year && mode === line.mode && authority === line.authority && kind === line.kind && sameCategory;
}

const visited = new Set([`2025:${closedByState}`]);

/** Facilities open on that date that nobody has visited that year, or any open one where all have been. */
function drawnFacility({ year, category, authority }: ProgrammeLine, date: string): Facility {
  const possible = facilities.filter(
    (facility) =>
      isOpen(facility, date) &&
      facility.id !== closedByState &&
      (category === "" || categories[facility.type] === category) &&
      (isPsu(facility) || !authority.includes("CAF")),
  );
  const fresh = possible.filter(({ id }) => !visited.has(`${year}:${id}`));
  const facility = random.among(fresh.length > 0 ? fresh : possible);
  visited.add(`${year}:${facility.id}`);
  return facility;
}

const visits: Inspection[] = programme
  .filter(({ kind }) => kind !== "INJUNCTION_FOLLOW_UP")
  .flatMap((line) => {
    const missing = line.done - closure.filter((inspection) => matches(inspection, line)).length;
    return Array.from({ length: missing }, () => {
      const date = drawnDate(line.year);
      return {
        year: line.year,
        facility: line.mode === "EAJE" ? drawnFacility(line, date) : null,
        mode: line.mode,
        authority: line.authority,
        kind: line.kind,
        date,
        unannounced: line.kind === "ON_SITE_CONTROL" || (line.kind !== "PRE_AUTHORISATION_VISIT" && random.chance(0.4)),
        ...findings(line.mode),
      };
    });
  });

const injunctionBefore: Record<number, string> = { 2025: "2025-09-15", 2026: "2026-07-01" };

/** What the control at the end of an injunction's delay leads to, in turn. */
const outcomes = [
  { nonCompliances: [], followUps: ["NONE"] },
  { nonCompliances: ["HEALTH_SAFETY:1"], followUps: ["PARTIAL_CLOSURE"] },
  { nonCompliances: [], followUps: ["NONE"] },
  { nonCompliances: [], followUps: ["NONE"] },
  { nonCompliances: ["DOCUMENTS:1"], followUps: ["OBSERVATIONS", "FINANCIAL_SANCTION"] },
];

const injunctionFollowUps: Inspection[] = programme
  .filter(({ kind }) => kind === "INJUNCTION_FOLLOW_UP")
  .flatMap((line) => {
    const missing = line.done - closure.filter((inspection) => matches(inspection, line)).length;
    const early = visits.filter(
      ({ year, mode, kind, date }) => year === line.year && mode === "EAJE" && kind === "FOLLOW_UP_VISIT" && date < injunctionBefore[year]!,
    );
    return random
      .shuffled(early)
      .slice(0, missing)
      .map((visit) => {
        visit.nonCompliances = [`STAFFING_RATIO:${random.integer(1, 3)}`, `HEALTH_SAFETY:${random.integer(1, 2)}`];
        visit.followUps = ["OBSERVATIONS", "INJUNCTION"];
        return {
          ...visit,
          kind: line.kind,
          date: workingDay(visit.date, random.integer(45, 60)),
          unannounced: true,
          ...outcomes.shift()!,
        };
      });
  });

export const inspections = [...closure, ...visits, ...injunctionFollowUps]
  .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  .map((inspection, index, all) => ({
    id: `ZZ-I${inspection.year}-${String(index + 1 - all.findIndex(({ year }) => year === inspection.year)).padStart(3, "0")}`,
    departement: "ZZ",
    etablissement: inspection.facility?.id ?? "",
    mode: inspection.mode,
    categorie: inspection.facility ? categories[inspection.facility.type]! : "",
    date: inspection.date,
    autorites: inspection.authority === "CD_CAF" ? ["CD", "CAF_MSA"] : [inspection.authority],
    type_controle: inspection.kind,
    inopine: inspection.unannounced ? "oui" : "non",
    non_conformites: inspection.nonCompliances,
    suites: inspection.followUps,
  }));

export type RegisterLine = (typeof inspections)[number];

export function inspectionsOf(year: number, accept: (line: RegisterLine) => boolean): RegisterLine[] {
  return inspections.filter((line) => line.date.startsWith(String(year)) && accept(line));
}
