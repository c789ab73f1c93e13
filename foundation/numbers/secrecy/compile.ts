import { informative } from "../../suppression/informative.ts";
import type { Problem, Statement, Unknown } from "../../suppression/problem.ts";
import type { TerritoryLevel } from "../../territories/territory-level.ts";
import { openBook } from "./book.ts";
import type { Geography } from "./geography.ts";
import { type Counted, openPlaces } from "./places.ts";
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

/** Where a quantity is counted, and when. */
interface Place extends Counted {
  quantity: string;
  /** Where tied measures are taken for strangers: of which measure. */
  apart: string;
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
  /** What the hub was told, and not everyone: what is left beside it may be small. Of others it has no number to keep. */
  const transmitted = new Set<number>();
  const shownBy: Compiled["shownBy"] = new Map();
  /** The unknown that holds at a place now. */
  const latest = new Map<string, number>();
  const runs = new Map<string, number>();
  const rates = new Map<string, StandingRate>();
  /** The places at which a quantity was met, by series and perimeter. */
  const known = new Map<string, Map<string, Place>>();
  const shares = [...new Set(rows.map(({ measure }) => measure))].filter(secrecy.isShare).map((measure) => {
    const apart = has("linked") ? "" : measure;
    const [part, whole] = secrecy.sidesOf(measure).map(({ name }) => ({ quantity: name, apart }));
    return { part: part!, whole: whole! };
  });
  const times = timesOf(rows);

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

    function tell(row: RecordedRow, role: Role, quantity: string): number {
      const { key, place } = placeOf(row, quantity);
      const value = row[role]!;
      const current = latest.get(key);
      touched.set(seriesOf(place), place);
      if (current !== undefined && book.unknowns[current]!.value === value) {
        if (!row.isPublic) transmitted.add(current);
        return current;
      }
      const run = (runs.get(key) ?? 0) + 1;
      runs.set(key, run);
      const index = book.add(
        toldUnknown({
          row,
          value,
          id: `${key}|${run}`,
          rule: secrecy.ruleOfQuantity(quantity),
          department: places.departmentOf(place),
          has,
        }),
      );
      latest.set(key, index);
      note(place);
      if (!row.isPublic) transmitted.add(index);
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

    /** The unknown at a place, or one of which nobody has told, new each time that something is told around it. */
    function untoldAt(place: Place, since: number): number {
      const key = keyOf(place);
      const known = latest.get(key);
      if (known !== undefined && book.unknowns[known]!.kind === "TOLD") return known;
      const index = book.add({
        id: `${key}|untold since ${since}`,
        value: null,
        floor: 0,
        kind: "UNTOLD",
        isAmount: false,
        isKnownToOne: false,
        width: 0,
        isSmall: false,
        weight: 0,
        department: places.departmentOf(place),
      });
      latest.set(key, index);
      note(place);
      return index;
    }

    for (const { quantity, apart, year } of touched.values()) {
      for (const { total, parts, isWide } of places.sums) {
        const at = (each: Counted) => untoldAt({ ...each, quantity, apart, year }, time);
        const [whole, members] = [at(total), parts.map(at)];
        if (members.length === 1 && members[0] === whole) continue;
        if ([whole, ...members].some((each) => transmitted.has(each))) for (const each of [whole, ...members]) guard(each, quantity);
        book.always({
          ...{ id: `sum ${whole} = ${members.toSorted((a, b) => a - b).join("+")}`, kind: "SUM", isWide },
          ...{ terms: [...members.map((member): [number, number] => [member, 1]), [whole, -1]], lower: 0, upper: 0 },
        });
      }
    }
    for (const share of shares)
      for (const year of new Set([...touched.values()].map((series) => series.year))) {
        const [part, whole] = [seriesOf({ ...share.part, year }), seriesOf({ ...share.whole, year })];
        if (!touched.has(part) && !touched.has(whole)) continue;
        for (const place of new Map([...(known.get(part) ?? []), ...(known.get(whole) ?? [])]).values())
          pair(untoldAt({ ...place, ...share.part }, time), untoldAt({ ...place, ...share.whole }, time), share.part.quantity);
      }
    for (const rate of rates.values()) if (rate.series.some((series) => touched.has(series))) state(rate);
  }

  /** What nobody told is to be protected where it may be small. */
  function guard(unknown: number, quantity: string): void {
    const rule = secrecy.ruleOfQuantity(quantity);
    const { kind } = book.unknowns[unknown]!;
    if (kind === "UNTOLD" && rule && rule.about !== "AMOUNTS" && has("untold")) book.unknowns[unknown]!.width = widthOf(0, rule);
  }

  function note(place: Place): void {
    const series = known.get(seriesOf(place)) ?? new Map<string, Place>();
    known.set(seriesOf(place), series.set(places.perimeterOf(place), place));
  }

  /** A part is at most its whole; where both are told, what is left is a number too. */
  function pair(part: number, whole: number, quantity: string): void {
    const [above, below] = [book.unknowns[part]!, book.unknowns[whole]!];
    const id = `share ${above.id} of ${below.id}`;
    const rule = secrecy.ruleOfQuantity(quantity);
    if (above.value === null || below.value === null || !rule || !has("complements")) {
      const terms: Statement["terms"] = [
        [part, 1],
        [whole, -1],
      ];
      book.always({ id, kind: "RANGE", terms, lower: -unlimited, upper: 0 });
      return;
    }
    const value = below.value - above.value;
    const isSmallRest = rule.about !== "AMOUNTS" && isSmall(value, rule);
    const rest = book.add({
      ...{ id: `rest of ${above.id} in ${below.id}`, value, kind: "COMPLEMENT", department: below.department, weight: 1 },
      ...{ floor: Math.min(0, value), isAmount: false, isKnownToOne: false },
      ...{ width: isSmallRest ? widthOf(value, rule) : 0, isSmall: isSmallRest },
    });
    const terms: Statement["terms"] = [
      [part, 1],
      [rest, 1],
      [whole, -1],
    ];
    book.always({ id, kind: "COMPLEMENT", terms, lower: 0, upper: 0 });
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

/** Rows that were told together; what publishers made public one after the other, before anything else was told, is known at once. */
function timesOf(rows: readonly RecordedRow[]): RecordedRow[][] {
  const groups = [...Map.groupBy(rows, ({ recordedAt }) => recordedAt).values()];
  const arePublic = (group: RecordedRow[] | undefined) => group?.every(({ isPublic }) => isPublic) ?? false;
  return groups.reduce<RecordedRow[][]>((times, group) => {
    if (arePublic(times.at(-1)) && arePublic(group)) times.at(-1)!.push(...group);
    else times.push([...group]);
    return times;
  }, []);
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
  id: string;
  value: number;
  rule: CountRule | undefined;
  department: string;
  has: (family: Family) => boolean;
}

function toldUnknown({ row, id, value, rule, department, has }: Told): Unknown {
  const isAmount = rule?.about === "AMOUNTS";
  const { establishments: count, largestShare } = row;
  const isOfFew =
    isAmount && has("dominance") && count !== null && largestShare !== null && value > 0 && isConcentrated({ count, largestShare }, rule);
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
