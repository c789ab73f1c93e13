import { createHash } from "node:crypto";
import { TerritoryLevel } from "../../../territories/territory-level.ts";
import type { Geography } from "../geography.ts";
import type { RecordedRow } from "../recorded-row.ts";

/** A territory as it was counted. */
export interface Counted {
  level: TerritoryLevel;
  code: string;
  vintage: number;
}

interface TerritorySum {
  total: Counted;
  parts: Counted[];
  /** Over a wide territory. */
  isWide: boolean;
}

/** Which perimeters territories have, in which department they are, and which are the sum of which. */
export function openPlaces(geographies: readonly Geography[], toldApart: boolean) {
  const { COMMUNE, EPCI, DEPARTMENT, REGION } = TerritoryLevel;
  const newest = geographies.at(-1)!;
  const used = toldApart ? geographies : [newest];
  const byVintage = new Map(used.map((geography) => [geography.vintage, geography]));
  const departmentOfCommune = new Map(used.flatMap(({ departmentOf: of }) => [...of]));
  const perimeters = new Map<string, string>();
  const geographyAt = (vintage: number) => byVintage.get(vintage) ?? newest;

  function atomsOf({ level, code, vintage }: Counted): string[] {
    const { communes, epcis, departments, regions } = geographyAt(vintage);
    const of = (list: readonly string[] = []) => list.flatMap((commune) => communes.get(commune) ?? [commune]);
    if (level === COMMUNE) return communes.get(code) ?? [code];
    if (level === EPCI) return of(epcis.get(code));
    if (level === DEPARTMENT) return of(departments.get(code));
    const [only, ...others] = level === REGION ? (regions.get(code) ?? []) : [];
    return only !== undefined && others.length === 0 ? of(departments.get(only)) : [];
  }

  /** Two codes with the same atoms are one perimeter. */
  function perimeterOf(place: Counted): string {
    const id = `${place.level}:${place.code}@${place.level === DEPARTMENT || place.level === REGION ? newest.vintage : place.vintage}`;
    const known = perimeters.get(id);
    if (known !== undefined) return known;
    const atoms = toldApart ? atomsOf(place).toSorted() : [];
    const perimeter =
      atoms.length === 0
        ? `${place.level}:${place.code}`
        : atoms.length <= 3
          ? atoms.join("+")
          : createHash("sha256").update(atoms.join("+")).digest("base64url");
    perimeters.set(id, perimeter);
    return perimeter;
  }

  function departmentOf({ level, code, vintage }: Counted): string {
    if (level === DEPARTMENT || level === REGION) return code;
    const { epcis } = geographyAt(vintage);
    const commune = level === COMMUNE ? code : epcis.get(code)?.[0];
    return (commune && departmentOfCommune.get(commune)) ?? "";
  }

  return {
    perimeterOf,
    departmentOf,
    /** What its sender says; a published number that says none is of its year's. */
    vintageOf: ({ perimeter, year }: RecordedRow) => {
      const asked = perimeter ?? year;
      return (used.findLast(({ vintage }) => vintage <= asked) ?? used[0]!).vintage;
    },
    sums: used.flatMap((geography) => [...sumsIn(geography), ...merges(geography, used)]),
  };
}

function sumsIn({ vintage, districts, epcis, departments, unions, regions }: Geography): TerritorySum[] {
  const { COMMUNE, EPCI, DEPARTMENT, REGION } = TerritoryLevel;
  const at = (level: TerritoryLevel) => (code: string) => ({ level, code, vintage });
  const sum = (total: TerritorySum["total"], parts: TerritorySum["parts"], isWide: boolean): TerritorySum => ({ total, parts, isWide });
  const overCommunes = [...departments].map(([department, communes]) => {
    const inside = new Set(communes);
    const whole = [...epcis].filter(([, members]) => members.every((commune) => inside.has(commune)));
    const covered = new Set(whole.flatMap(([, members]) => members));
    const rest = communes.filter((commune) => !covered.has(commune));
    return sum(at(DEPARTMENT)(department), [...whole.map(([code]) => at(EPCI)(code)), ...rest.map(at(COMMUNE))], true);
  });
  return [
    ...[...districts].map(([commune, parts]) => sum(at(COMMUNE)(commune), parts.map(at(COMMUNE)), false)),
    ...[...epcis].map(([epci, members]) => sum(at(EPCI)(epci), members.map(at(COMMUNE)), false)),
    ...overCommunes,
    ...[...unions].map(([union, parts]) => sum(at(DEPARTMENT)(union), parts.map(at(DEPARTMENT)), true)),
    ...[...regions].map(([region, parts]) => sum(at(REGION)(region), parts.map(at(DEPARTMENT)), true)),
  ];
}

/** A merged commune is the sum of those that an older geography tells apart. */
function merges({ vintage, communes }: Geography, all: readonly Geography[]): TerritorySum[] {
  const level = TerritoryLevel.COMMUNE;
  return all
    .filter((older) => older.vintage < vintage)
    .flatMap((older) => {
      const oldOf = new Map([...older.communes].flatMap(([code, atoms]) => atoms.map((atom) => [atom, code] as const)));
      return [...communes].flatMap(([code, atoms]) => {
        const parts = new Set(atoms.map((atom) => oldOf.get(atom)));
        if (parts.size < 2 || parts.has(undefined)) return [];
        const codes = [...parts] as string[];
        const isWhole = codes.flatMap((part) => older.communes.get(part)!).length === atoms.length;
        return isWhole
          ? [
              {
                total: { level, code, vintage },
                parts: codes.map((part) => ({ level, code: part, vintage: older.vintage })),
                isWide: false,
              },
            ]
          : [];
      });
    });
}
