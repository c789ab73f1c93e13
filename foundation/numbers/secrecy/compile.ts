import { createHash } from "node:crypto";
import { informative } from "../../suppression/informative.ts";
import type { Problem, Statement, Unknown } from "../../suppression/problem.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";
import type { Geography } from "./geography.ts";
import type { RecordedRow } from "./recorded-row.ts";
import { type CountRule, type Role, secrecy } from "./secrecy-rules.ts";
import { isConcentrated, isSmall, widthOf } from "./secrecy-thresholds.ts";

/** All that is told of some numbers, and which decision shows each number of each row. */
export interface Compiled extends Problem {
  shownBy: Map<RecordedRow, Partial<Record<Role, string>>>;
}

/** A kind of number that an attacker may come to know by reasoning. Each can be left out, in tests that show that it is needed. */
export const families = ["vintages", "rates", "complements", "memory", "untold", "linked", "dominance", "insiders"] as const;
export type Family = (typeof families)[number];

const weights: Partial<Record<TerritoryLevel, number>> = { COMMUNE: 1, EPCI: 4, DEPARTMENT: 20, REGION: 60 };
const unlimited = 1e12;

interface Place {
  quantity: string;
  /** Where tied measures are taken for strangers: of which measure. */
  apart: string;
  level: TerritoryLevel;
  code: string;
  vintage: number;
  year: number;
}

/** A rate that stands, whatever numbers it is of. */
interface StandingRate {
  row: RecordedRow;
  /** Of its two sides. */
  series: string[];
  numerator: string;
  denominator: string;
}

/**
 * Writes all that is told of some numbers, in the order in which it was told, as unknowns and statements about them.
 * @param rows of tied measures and years, oldest first, all revisions
 * @param geographies of each year in which a territory of them was counted, oldest first
 */
export function compile(rows: readonly RecordedRow[], geographies: readonly Geography[], without?: Family): Compiled {
  const has = (family: Family) => family !== without;
  const places = openPlaces(geographies, has("vintages"));
  const book = openBook();
  const steps = new Map(
    [...Map.groupBy(rows, ({ measure }) => measure)].map(([measure, list]) => [
      measure,
      Math.max(0, ...list.map(({ value }) => decimalsOf(value))),
    ]),
  );
  /** The quantities that the hub was told so far, and not everyone: of others it has no number to keep. */
  const transmitted = new Set<string>();
  const shownBy: Compiled["shownBy"] = new Map();
  /** The unknown that holds at a place now. */
  const latest = new Map<string, number>();
  const runs = new Map<string, number>();
  const rates = new Map<string, StandingRate>();
  const times = [...Map.groupBy(rows, ({ recordedAt }) => recordedAt).values()];

  function placeOf(row: RecordedRow, quantity: string): { key: string; place: Place } {
    const { level, code, year } = row;
    const place = { quantity, apart: has("linked") ? "" : row.measure, level, code, year, vintage: places.vintageOf(row) };
    return { key: keyOf(place), place };
  }
  const seriesOf = ({ quantity, apart, year }: Pick<Place, "quantity" | "apart" | "year">) => `${quantity}|${apart}|${year}`;
  const keyOf = (place: Place) => `${seriesOf(place)}|${places.perimeterOf(place)}`;

  for (const [time, group] of times.entries()) {
    if (!has("memory") && time < times.length - 1) continue;
    const touched = new Map<string, Pick<Place, "quantity" | "apart" | "year">>();
    for (const row of group)
      if (!row.isPublic) for (const { name, role } of secrecy.sidesOf(row.measure)) if (row[role] !== null) transmitted.add(name);

    function tell(row: RecordedRow, role: Role, quantity: string): number {
      const { key, place } = placeOf(row, quantity);
      const value = row[role]!;
      const current = latest.get(key);
      touched.set(seriesOf(place), place);
      if (current !== undefined && book.unknowns[current]!.value === value) return current;
      const run = (runs.get(key) ?? 0) + 1;
      runs.set(key, run);
      const index = book.add(
        toldUnknown({
          row,
          role,
          value,
          id: `${key}|${run}`,
          rule: secrecy.ruleOfQuantity(quantity),
          department: places.departmentOf(place),
          has,
        }),
      );
      latest.set(key, index);
      return index;
    }

    function show(row: RecordedRow, role: Role, index: number): void {
      const { id, value, width, weight } = book.unknowns[index]!;
      const decision = `tell ${id}`;
      shownBy.set(row, { ...shownBy.get(row), [role]: decision });
      const isFree = value === 0 || width === 0;
      book.state({
        ...{
          id: decision,
          kind: "TELLS",
          terms: [[index, 1]],
          lower: value!,
          upper: value!,
          decision,
          isWide: false,
          isSmall: false,
          weight,
        },
        state: isFree ? "KNOWN" : stateOf(row, role),
      });
    }

    for (const row of group) {
      const rate = secrecy.rateOf(row.measure);
      if (!rate) {
        if (row.value !== null) show(row, "value", tell(row, "value", row.measure));
        continue;
      }
      const sides = {
        numerator: rate.numerator ?? `${row.measure} numerator`,
        denominator: rate.denominator ?? `${row.measure} denominator`,
      };
      for (const side of ["numerator", "denominator"] as const) if (row[side] !== null) show(row, side, tell(row, side, sides[side]));
      if (row.numerator !== null && row.denominator !== null && secrecy.isShare(row.measure)) complement(row, sides);
      if (row.value !== null && has("rates")) {
        const [numerator, denominator] = [placeOf(row, sides.numerator), placeOf(row, sides.denominator)];
        for (const { place } of [numerator, denominator]) {
          touched.set(seriesOf(place), place);
          untoldAt(place, time);
        }
        const series = [seriesOf(numerator.place), seriesOf(denominator.place)];
        rates.set(`${row.measure}|${numerator.key}|${denominator.key}`, {
          row,
          series,
          numerator: numerator.key,
          denominator: denominator.key,
        });
      }
    }

    function complement(row: RecordedRow, sides: Record<"numerator" | "denominator", string>): void {
      const [part, whole] = [latest.get(placeOf(row, sides.numerator).key)!, latest.get(placeOf(row, sides.denominator).key)!];
      const [above, below] = [book.unknowns[part]!, book.unknowns[whole]!];
      const rule = secrecy.ruleOfQuantity(sides.numerator);
      const id = `share ${above.id} of ${below.id}`;
      if (!has("complements") || !rule) {
        book.always({
          id,
          kind: "COMPLEMENT",
          terms: [
            [part, 1],
            [whole, -1],
          ],
          lower: -unlimited,
          upper: 0,
        });
        return;
      }
      const value = below.value! - above.value!;
      const small = rule.about !== "AMOUNTS" && isSmall(value, rule);
      const rest = book.add({
        id: `rest of ${above.id} in ${below.id}`,
        value,
        floor: Math.min(0, value),
        kind: "COMPLEMENT",
        isAmount: false,
        isKnownToOne: false,
        width: small ? widthOf(value, rule) : 0,
        isSmall: small,
        weight: 1,
        department: below.department,
      });
      book.always({
        id,
        kind: "COMPLEMENT",
        terms: [
          [part, 1],
          [rest, 1],
          [whole, -1],
        ],
        lower: 0,
        upper: 0,
      });
    }

    /** The unknown at a place, or one of which nobody has told, new each time that something is told around it. */
    function untoldAt(place: Place, since: number): number {
      const key = keyOf(place);
      const known = latest.get(key);
      if (known !== undefined && book.unknowns[known]!.kind === "TOLD") return known;
      const rule = secrecy.ruleOfQuantity(place.quantity);
      const index = book.add({
        id: `${key}|untold since ${since}`,
        value: null,
        floor: 0,
        kind: "UNTOLD",
        isAmount: false,
        isKnownToOne: false,
        width: rule && rule.about !== "AMOUNTS" && has("untold") && transmitted.has(place.quantity) ? widthOf(0, rule) : 0,
        isSmall: false,
        weight: 0,
        department: places.departmentOf(place),
      });
      latest.set(key, index);
      return index;
    }

    for (const { quantity, apart, year } of touched.values()) {
      for (const { total, parts, isWide } of places.sums) {
        const at = (each: Pick<Place, "level" | "code" | "vintage">) => untoldAt({ ...each, quantity, apart, year }, time);
        const [whole, members] = [at(total), parts.map(at)];
        if (members.length === 1 && members[0] === whole) continue;
        book.always({
          ...{ id: `sum ${whole} = ${members.toSorted((a, b) => a - b).join("+")}`, kind: "SUM", isWide },
          ...{ terms: [...members.map((member): [number, number] => [member, 1]), [whole, -1]], lower: 0, upper: 0 },
        });
      }
    }
    for (const rate of rates.values()) if (rate.series.some((series) => touched.has(series))) state(rate);
  }

  /** (2k − 1) ÷ 2 scale ≤ per × numerator ÷ denominator ≤ (2k + 1) ÷ 2 scale, in whole numbers: two statements, one decision. */
  function state({ row, numerator, denominator }: StandingRate): void {
    const [above, below] = [latest.get(numerator), latest.get(denominator)];
    if (above === undefined || below === undefined) return;
    const [part, whole] = [book.unknowns[above]!, book.unknowns[below]!];
    const scale = 10 ** steps.get(row.measure)!;
    const k = Math.round(row.value! * scale);
    const factor = 2 * scale * secrecy.perOf(row.measure);
    const decision = `rate ${row.measure} ${part.id} ${whole.id} ${k}`;
    shownBy.set(row, { ...shownBy.get(row), value: decision });
    // Nothing of something is 0 %, whatever the something is: that statement says nothing.
    const isOwn = row.numerator !== null && row.denominator !== null;
    if (part.value === 0 || (!isOwn && !agrees(part.value, whole.value))) return;
    const rest = part.value !== null && whole.value !== null && secrecy.isShare(row.measure) ? whole.value - part.value : 0;
    const rule = secrecy.ruleOfQuantity(secrecy.rateOf(row.measure)!.numerator ?? `${row.measure} numerator`);
    const isOfSmall = part.isSmall || whole.isSmall || (rule !== undefined && rule.about !== "AMOUNTS" && isSmall(rest, rule));
    const common = {
      kind: "RANGE",
      decision,
      isWide: false,
      isSmall: isOfSmall,
      weight: weights[row.level] ?? 1,
      state: stateOf(row, "value"),
    } as const;
    book.state({
      ...common,
      id: `${decision} from below`,
      terms: [
        [above, factor],
        [below, -(2 * k - 1)],
      ],
      lower: 0,
      upper: unlimited,
    });
    book.state({
      ...common,
      id: `${decision} from above`,
      terms: [
        [above, factor],
        [below, -(2 * k + 1)],
      ],
      lower: -unlimited,
      upper: 0,
    });

    /** A rate that others printed of other numbers than those told here says nothing of these. */
    function agrees(num: number | null, den: number | null): boolean {
      if (num === null || den === null) return true;
      return factor * num >= (2 * k - 1) * den && factor * num <= (2 * k + 1) * den;
    }
  }

  return { ...informative({ unknowns: book.unknowns, statements: book.statements() }), shownBy };
}

function stateOf({ isNew, isPublic, hidden }: RecordedRow, role: Role): Statement["state"] {
  if (isPublic) return "KNOWN";
  if (isNew) return "OPEN";
  return hidden.includes(role) ? "WITHHELD" : "KNOWN";
}

function decimalsOf(value: number | null): number {
  const [, decimals = ""] = value === null ? [] : String(value).split(".");
  return decimals.includes("e") ? 0 : Math.min(decimals.length, 6);
}

interface Told {
  row: RecordedRow;
  role: Role;
  id: string;
  value: number;
  rule: CountRule | undefined;
  department: string;
  has: (family: Family) => boolean;
}

function toldUnknown({ row, role, id, value, rule, department, has }: Told): Unknown {
  const isAmount = rule?.about === "AMOUNTS";
  const { establishments: count, largestShare } = row;
  const isOfFew =
    isAmount &&
    role !== "denominator" &&
    has("dominance") &&
    count !== null &&
    largestShare !== null &&
    value > 0 &&
    isConcentrated({ count, largestShare }, rule);
  return {
    id,
    value,
    floor: isAmount ? 0 : Math.min(1, value),
    kind: "TOLD",
    width: rule && value > 0 ? Math.ceil(widthOf(value, rule)) : 0,
    isSmall: rule !== undefined && (isAmount ? isOfFew : isSmall(value, rule)),
    isAmount,
    isKnownToOne: isAmount && has("insiders") && count === 1,
    weight: (weights[row.level] ?? 1) * (1 + 0.2 * Math.log1p(Math.max(0, value))),
    department,
  };
}

/** Unknowns by id, and statements by id: said again, what was shown stays shown, and what was withheld stays withheld. */
function openBook() {
  const unknowns: Unknown[] = [];
  const indexOf = new Map<string, number>();
  const statements = new Map<string, Statement>();
  const order: Statement["state"][] = ["OPEN", "WITHHELD", "ALWAYS", "KNOWN"];
  const state = (statement: Statement): void => {
    const before = statements.get(statement.id)?.state ?? "OPEN";
    statements.set(statement.id, {
      ...statement,
      state: order.indexOf(before) > order.indexOf(statement.state) ? before : statement.state,
    });
  };
  return {
    unknowns,
    statements: () => [...statements.values()],
    add(unknown: Unknown): number {
      const known = indexOf.get(unknown.id);
      if (known !== undefined) return known;
      indexOf.set(unknown.id, unknowns.length);
      return unknowns.push(unknown) - 1;
    },
    state,
    always: (statement: Pick<Statement, "id" | "kind" | "terms" | "lower" | "upper"> & { isWide?: boolean }): void =>
      state({ isWide: false, ...statement, decision: statement.id, state: "ALWAYS", isSmall: false, weight: 0 }),
  };
}

interface TerritorySum {
  total: Pick<Place, "level" | "code" | "vintage">;
  parts: Pick<Place, "level" | "code" | "vintage">[];
  /** Over a wide territory. */
  isWide: boolean;
}

/** Which perimeters territories have, in which department they are, and which are the sum of which. */
function openPlaces(geographies: readonly Geography[], toldApart: boolean) {
  const { COMMUNE, EPCI, DEPARTMENT, REGION } = TerritoryLevel;
  const newest = geographies.at(-1)!;
  const used = toldApart ? geographies : [newest];
  const byVintage = new Map(used.map((geography) => [geography.vintage, geography]));
  const departmentOfCommune = new Map(used.flatMap(({ departmentOf: of }) => [...of]));
  const perimeters = new Map<string, string>();
  const geographyAt = (vintage: number) => byVintage.get(vintage) ?? newest;

  function atomsOf({ level, code, vintage }: Pick<Place, "level" | "code" | "vintage">): string[] {
    const { communes, epcis, departments, regions } = geographyAt(vintage);
    const of = (list: readonly string[] = []) => list.flatMap((commune) => communes.get(commune) ?? [commune]);
    if (level === COMMUNE) return communes.get(code) ?? [code];
    if (level === EPCI) return of(epcis.get(code));
    if (level === DEPARTMENT) return of(departments.get(code));
    const [only, ...others] = level === REGION ? (regions.get(code) ?? []) : [];
    return only !== undefined && others.length === 0 ? of(departments.get(only)) : [];
  }

  /** Two codes with the same atoms are one perimeter. */
  function perimeterOf(place: Pick<Place, "level" | "code" | "vintage">): string {
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

  function departmentOf({ level, code, vintage }: Pick<Place, "level" | "code" | "vintage">): string {
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
