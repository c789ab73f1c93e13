import { Source } from "../graph/source.ts";
import { type Dataset, referenceOf, type SourceReference } from "../imports/dataset.ts";
import { writeRows } from "../imports/writing/write-rows.ts";
import type { Writer } from "../imports/writer.ts";
import { counts, newestFirst } from "./newest.ts";
import { Observation } from "./observation.ts";
import { partition, type Tie } from "./partition.ts";
import { parentsOfToday } from "../territories/territory-parent.ts";
import { TerritoryLevel } from "../territories/territory-level.ts";
import { type Addend, emptySum, plus, statusOf, sumOfTerritories } from "./territory-sum.ts";
import { writeObservation } from "./write-observation.ts";
import { computedByHubIn } from "./computed-by.ts";

/** An indicator in a year. */
export interface Series {
  measure: string;
  year: number;
}

type Part = Series & Pick<Observation, "code" | "unit"> & Addend & SourceReference;

/** What counts of a region or of France: its publisher's number, or else the hub's sum. */
type Standing = Series & Pick<Observation, "level" | "code" | "value" | "unit"> & SourceReference & { isGiven: boolean };

interface Place {
  code: string;
  region: string;
}

/** After the import of a file of departments' numbers that add up: what they make in their regions and in France. */
export const sums: NonNullable<Dataset["afterwards"]> = async (writer, { writes, hash }) => {
  const series = new Map<string, Series>();
  for (const { entity, values } of writes) {
    const { measure, year, level } = values as Observation;
    if (entity === Observation && level === TerritoryLevel.DEPARTMENT) series.set(`${measure} ${year}`, { measure, year });
  }
  await recordSums(writer, [...series.values()], hash);
  return [];
};

/**
 * Records the sums of regions and of France, unless their publisher gave them himself. They go over a partition of the real departments.
 * @param since the sums are known: the last of their parts', or now, where what they were until now is known of then
 */
export async function recordSums(writer: Writer, series: Series[], hash: string, since: "PARTS" | "NOW" = "PARTS"): Promise<void> {
  const { names, sql } = writer;
  const parents = parentsOfToday(names);
  const places = await sql<Place>(
    `select code, parent_code as region from ${parents} p
     where level = 'DEPARTMENT' and parent_level = 'REGION' and length(parent_code) = 2 and code not like 'ZZ%' order by code`,
  ); // a collectivity is a region of its own, with three digits
  const ties = await sql<Tie>(
    `select code as part, parent_code as whole from ${parents} p where level = 'DEPARTMENT' and parent_level = 'DEPARTMENT' order by code`,
  );
  const parts = await sql<Part>(
    `select o.*, ${names.columns(Source, "s")} from (
       select distinct on (o.measure, o.year, o.code) o.measure, o.year, o.code, o.value, o.status, o.unit,
         o.missing_parts as "missingParts", o.numerator, o.denominator, o.source_id
       from ${names.table(Observation)} o
       join unnest($1::text[], $2::int[]) k(measure, year) using (measure, year)
       where o.level = 'DEPARTMENT' and ${counts("o")} order by o.measure, o.year, o.code, ${newestFirst("o")}) o
     join ${names.sourcesOf(Observation)} s on s.id = o.source_id`,
    [series.map(({ measure }) => measure), series.map(({ year }) => year)],
  );
  const given = await sql<Standing>(
    `select o.*, ${names.columns(Source, "s")} from (
       select distinct on (o.measure, o.year, o.level, o.code) o.measure, o.year, o.level, o.code, o.value, o.unit, o.source_id,
         not ${computedByHubIn("o")} as "isGiven"
       from ${names.table(Observation)} o join unnest($1::text[], $2::int[]) k(measure, year) using (measure, year)
       where o.level in ('REGION', 'NATION') and ${counts("o")}
       order by o.measure, o.year, o.level, o.code, ${computedByHubIn("o")}, ${newestFirst("o")}) o
     join ${names.sourcesOf(Observation)} s on s.id = o.source_id`,
    [series.map(({ measure }) => measure), series.map(({ year }) => year)],
  );
  const standing = new Map(given.map((row) => [`${row.measure} ${row.year} ${row.level} ${row.code}`, row]));
  const byKey = new Map(parts.map((part) => [`${part.measure} ${part.year} ${part.code}`, part]));
  const regions = Map.groupBy(places, ({ region }) => region);
  const wholes = [
    ...[...regions].map(([code, inside]) => ({ level: TerritoryLevel.REGION, code, inside })),
    { level: TerritoryLevel.NATION, code: "FR", inside: places },
  ];
  const writes = series.flatMap(({ measure, year }) =>
    wholes.flatMap(({ level, code, inside }) => {
      const known = standing.get(`${measure} ${year} ${level} ${code}`);
      if (known?.isGiven) return [];
      const sum = sumOf(inside, ties, (each) => byKey.get(`${measure} ${year} ${each}`)) ?? (known && takenBack(known));
      if (sum && since === "NOW") sum.source = { ...sum.source, publishedOn: null };
      return sum ? [writeObservation(0, { measure, level, code, year, ...sum })] : [];
    }),
  );
  await writeRows(writer, Observation, writes, hash);
}

/** Of a sum of which no part is known any more. */
const takenBack = (known: Standing) => ({
  value: null,
  unit: known.unit,
  computedBy: sumOfTerritories(0),
  source: referenceOf(known),
});

/** What territories add up to; undefined where nothing is known of any. */
function sumOf(places: Place[], ties: Tie[], partOf: (code: string) => Part | undefined) {
  const counted = partition(
    places.map(({ code }) => code),
    ties,
    (code) => (partOf(code)?.value ?? null) !== null,
  );
  const parts = [...counted].map(partOf);
  const known = parts.filter((part) => part !== undefined && part.value !== null) as Part[];
  const [first] = known;
  if (!first) return undefined;
  const sum = parts.reduce(plus, emptySum);
  return {
    value: sum.value,
    unit: first.unit,
    status: statusOf(sum),
    missingParts: sum.missing || null,
    computedBy: sumOfTerritories(sum.known),
    source: { ...referenceOf(first), roundedTo: null, edition: lastOf(known, "edition"), publishedOn: lastOf(known, "publishedOn") },
  };
}

/** A sum is of the newest edition among its parts', and known since the last of them; null where one of them has none. */
function lastOf(parts: Part[], day: "edition" | "publishedOn"): string | null {
  const days = parts.map((part) => part[day] ?? null);
  return days.includes(null) ? null : (days as string[]).toSorted().at(-1)!;
}
