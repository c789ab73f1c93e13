import type { Leap } from "../imports/dataset.ts";
import type { Writer } from "../imports/writer.ts";
import { counts, newestFirst } from "./newest.ts";
import { Observation } from "./observation.ts";
import { changesName } from "./range.ts";
import { populationOf } from "./secrecy/rules/populations.ts";

/** How far apart two numbers of a territory are that may be of two tables: one is more than so many times the other. */
const factor = 2;
/** Years on either side. */
const nearby = 3;
/** Of what is counted, two numbers below it are far apart by chance. */
const fewCounted = 20;
/** Of an indicator and a year no more are looked up, taken at random and the same each time: a file of all communes has 36 000. */
const mostCompared = 2000;
/** Of fewer pairs nothing is said. */
const fewPairs = 20;

interface Compared {
  measure: string;
  year: number;
  unit: string;
  others: number[];
  pairs: number;
  far: number;
  largePairs: number;
  largeFar: number;
}

/**
 * The indicators and years of which most of the numbers that a file adds are far from those of the nearest year that was there: of the sample, at most
 * three in ten are (F03, from one survey to the next), one in seven of the others. What was there already, withheld or not, is its own nearest, and
 * left out, as is what says how much something changed. A zero is far from any other number, and so is an absence.
 * @param firstAppended the least id of the rows of the file
 */
export async function leapsOf({ names, sql }: Writer, firstAppended: string): Promise<Leap[]> {
  const table = names.table(Observation);
  const isSame = (o: string) =>
    `${o}.measure = a.measure and ${o}.level = a.level and ${o}.code = a.code and ${o}.id < $1 and ${counts(o)}`;
  const isFar = `(coalesce(a.value, 0) = 0) <> (b.value = 0) or b.value <> 0 and greatest(a.value / b.value, b.value / nullif(a.value, 0)) > ${factor}`;
  const isLarge = `greatest(a.value, b.value) >= ${fewCounted}`;
  const compared = await sql<Compared>(
    `select a.measure, a.year, a.unit, array_agg(distinct b.year order by b.year) as others,
       count(*)::int as pairs, (count(*) filter (where ${isFar}))::int as far,
       (count(*) filter (where ${isLarge}))::int as "largePairs", (count(*) filter (where ${isLarge} and (${isFar})))::int as "largeFar"
     from (
       select measure, level, code, year, unit, value, row_number() over (partition by measure, year order by hashtext(code), code, level) as n
       from ${table} where id >= $1 and measure !~ $2) a
     cross join lateral (
       select o.year, o.value from ${table} o
       where ${isSame("o")} and o.year between a.year - ${nearby} and a.year + ${nearby} and (o.value is not null or o.year = a.year)
       order by abs(o.year - a.year), o.year desc, ${newestFirst("o")} limit 1) b
     where a.n <= ${mostCompared} and b.year <> a.year and (coalesce(a.value, 0) <> 0 or b.value <> 0)
     group by a.measure, a.year, a.unit order by a.measure, a.year`,
    [firstAppended, changesName.source],
  );
  return compared.flatMap(({ measure, year, unit, others, ...count }) => {
    const isRate = populationOf(unit) === "RATES";
    const [pairs, far] = isRate ? [count.pairs, count.far] : [count.largePairs, count.largeFar];
    return pairs >= fewPairs && far * 2 > pairs ? { what: `${measure} ${year}`, pairs, far, others } : [];
  });
}
