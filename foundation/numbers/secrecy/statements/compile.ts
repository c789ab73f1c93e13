import { informative } from "../../../suppression/informative.ts";
import type { Problem, Statement } from "../../../suppression/problem.ts";
import { openBook } from "./book.ts";
import type { Family } from "./family.ts";
import type { Geography } from "../geography.ts";
import { type Counted, openPlaces } from "./places.ts";
import { boundsOf, decimalsOf, decisionOf, unlimited } from "./printed-rate.ts";
import { roundedBounds } from "./rounded-count.ts";
import type { RecordedRow } from "../recorded-row.ts";
import { type Role, secrecy } from "../rules/secrecy-rules.ts";
import { widthOf } from "../rules/secrecy-thresholds.ts";
import { restUnknown, toldUnknown, untoldUnknown } from "./unknowns.ts";

/** All that is told of some numbers, and which decision shows each number of each row. */
export interface Compiled extends Problem {
  shownBy: Map<RecordedRow, Partial<Record<Role, string>>>;
}

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

/** A count that its publisher rounds: it bounds whatever number holds at its place. */
interface StandingRounding {
  row: RecordedRow;
  series: string;
  key: string;
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
  const decimals = decimalsOf(rows);
  /** What the hub was told, and not everyone: what is left beside it may be small. Of others it has no number to keep. */
  const transmitted = new Set<number>();
  const shownBy: Compiled["shownBy"] = new Map();
  /** The unknown that holds at a place now. */
  const latest = new Map<string, number>();
  const runs = new Map<string, number>();
  const rates = new Map<string, StandingRate>();
  const roundings = new Map<string, StandingRounding>();
  /** The whole of each sum, and those of its parts that were told, when it was last said. */
  const summed = new Map<string, { whole: number; told: string }>();
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
      const index = book.add(toldUnknown({ row, value, id: `${key}|${run}`, quantity, department: places.departmentOf(place), has }));
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
        ...{ id: decision, kind: "TELLS", terms: [[index, 1]], lower: value!, upper: value! },
        ...{ decision, isWide: false, isSmall: false, weight, state: isFree ? "KNOWN" : stateOf(row, role), isPublic: row.isPublic },
      });
    }

    for (const row of group) {
      const sides = secrecy.sidesOf(row.measure);
      if (row.isPublic && row.roundedTo !== null && row.value !== null && sides.length === 1 && has("roundings")) {
        const { key, place } = placeOf(row, sides[0]!.name);
        touched.set(seriesOf(place), place);
        renewed(place);
        roundings.set(`${row.measure}|${key}`, { row, series: seriesOf(place), key });
        continue;
      }
      for (const { name, role } of sides) if (row[role] !== null) show(row, role, tell(row, role, name));
      if (row.value === null || !secrecy.isRate(row.measure) || !has("rates")) continue;
      const of = sides.map(({ name }) => placeOf(row, name));
      for (const { place } of of) {
        touched.set(seriesOf(place), place);
        renewed(place);
      }
      const [numerator, denominator] = of.map(({ key }) => key) as [string, string];
      const series = of.map(({ place }) => seriesOf(place));
      rates.set(`${row.measure}|${numerator}|${denominator}`, { row, series, numerator, denominator });
    }

    /** The unknown at a place; one of which nobody has told stays what it was, as whoever reads would think. */
    function numberAt(place: Place): number {
      return latest.get(keyOf(place)) ?? renewed(place);
    }

    /** The unknown at a place; one of which nobody has told is another one from now on, since something that is tied to it has changed. */
    function renewed(place: Place): number {
      const key = keyOf(place);
      const known = latest.get(key);
      if (known !== undefined && book.unknowns[known]!.kind === "TOLD") return known;
      const index = book.add(untoldUnknown(`${key}|untold since ${time}`, places.departmentOf(place)));
      latest.set(key, index);
      note(place);
      return index;
    }

    /** What is now the whole of a sum, and its parts: what nobody told has changed where all that was told around it says so. */
    function sumAt(id: string, total: Place, parts: readonly Place[]): { whole: number; members: number[] } {
      const isTold = (unknown: number) => book.unknowns[unknown]!.kind === "TOLD";
      let [whole, members] = [numberAt(total), parts.map((part) => numberAt(part))];
      const told = members.filter(isTold).join("+");
      const before = summed.get(id);
      if (before && before.told !== told && !isTold(whole)) whole = renewed(total);
      if (before && before.told === told && before.whole !== whole && isTold(whole)) members = parts.map((part) => renewed(part));
      summed.set(id, { whole, told });
      return { whole, members };
    }

    for (const { quantity, apart, year } of touched.values()) {
      for (const [n, { total, parts, isWide }] of places.sums.entries()) {
        const at = (each: Counted) => ({ ...each, quantity, apart, year });
        const { whole, members } = sumAt(`${seriesOf({ quantity, apart, year })}|${n}`, at(total), parts.map(at));
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
          pair(numberAt({ ...place, ...share.part }), numberAt({ ...place, ...share.whole }), share.part.quantity);
      }
    for (const rate of rates.values()) if (rate.series.some((series) => touched.has(series))) state(rate);
    for (const { row, series, key } of roundings.values()) {
      const number = latest.get(key);
      if (number !== undefined && touched.has(series))
        for (const bound of roundedBounds(row, number, book.unknowns[number]!)) book.state(bound);
    }
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
    const rest = book.add(restUnknown(above, below, rule));
    const terms: Statement["terms"] = [
      [part, 1],
      [rest, 1],
      [whole, -1],
    ];
    book.always({ id, kind: "COMPLEMENT", terms, lower: 0, upper: 0 });
  }

  /** Says what a printed rate says of the numbers that hold now; nothing, of others than it was printed of. */
  function state({ row, numerator, denominator }: StandingRate): void {
    const [above, below] = [latest.get(numerator), latest.get(denominator)];
    if (above === undefined || below === undefined) return;
    const printed = { row, part: book.unknowns[above]!, whole: book.unknowns[below]!, decimals: decimals.get(row.measure)! };
    shownBy.set(row, { ...shownBy.get(row), value: decisionOf(printed) });
    for (const bound of boundsOf(printed, [above, below], stateOf(row, "value"))) book.state(bound);
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
