import { Source } from "../graph/source.ts";
import { type Dataset, referenceOf, type SourceReference } from "../imports/dataset.ts";
import { writeRows } from "../imports/write-rows.ts";
import type { Writer } from "../imports/writer.ts";
import { Observation, ObservationStatus } from "./observation.ts";
import { TerritoryParent } from "./secrecy/territory-parent.ts";
import { TerritoryLevel } from "./territory-level.ts";
import { writeObservation } from "./write-observation.ts";

interface Series {
  measure: string;
  year: number;
}

type Part = Series & Pick<Observation, "code" | "value" | "status" | "unit" | "missingParts"> & SourceReference;

interface Place {
  code: string;
  region: string;
  /** The statistical territory that is published in its place, where it is. */
  whole: string | null;
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

/** Records the sums of regions and of France, unless their publisher gave them himself. They go over the real departments: a partition. */
async function recordSums(writer: Writer, series: Series[], hash: string): Promise<void> {
  const { names, sql } = writer;
  const parents = names.table(TerritoryParent);
  const places = await sql<Place>(
    `select p.code, p.parent_code as region,
       (select w.parent_code from ${parents} w where w.level = p.level and w.code = p.code and w.parent_level = p.level) as whole
     from ${parents} p
     where p.level = 'DEPARTMENT' and p.parent_level = 'REGION' and length(p.parent_code) = 2 and p.code not like 'ZZ%'
     order by p.code`,
  ); // a collectivity is a region of its own, with three digits
  const parts = await sql<Part>(
    `select o.*, ${names.columns(Source, "s")} from (
       select distinct on (o.measure, o.year, o.code) o.measure, o.year, o.code, o.value, o.status, o.unit,
         o.missing_parts as "missingParts", o.source_id
       from ${names.table(Observation)} o
       join unnest($1::text[], $2::int[]) k(measure, year) using (measure, year)
       where o.level = 'DEPARTMENT' order by o.measure, o.year, o.code, o.recorded_at desc, o.id desc) o
     join ${names.sourcesOf(Observation)} s on s.id = o.source_id`,
    [series.map(({ measure }) => measure), series.map(({ year }) => year)],
  );
  const given = await sql<Series & Pick<Observation, "level" | "code">>(
    `select distinct o.measure, o.year, o.level, o.code from ${names.table(Observation)} o
     join unnest($1::text[], $2::int[]) k(measure, year) using (measure, year)
     where o.level in ('REGION', 'NATION') and o.computed_by is null`,
    [series.map(({ measure }) => measure), series.map(({ year }) => year)],
  );
  const isGiven = new Set(given.map(({ measure, year, level, code }) => `${measure} ${year} ${level} ${code}`));
  const byKey = new Map(parts.map((part) => [`${part.measure} ${part.year} ${part.code}`, part]));
  const regions = Map.groupBy(places, ({ region }) => region);
  const wholes = [
    ...[...regions].map(([code, inside]) => ({ level: TerritoryLevel.REGION, code, inside })),
    { level: TerritoryLevel.NATION, code: "FR", inside: places },
  ];
  const writes = series.flatMap(({ measure, year }) =>
    wholes.flatMap(({ level, code, inside }) => {
      if (isGiven.has(`${measure} ${year} ${level} ${code}`)) return [];
      const sum = sumOf(inside, (each) => byKey.get(`${measure} ${year} ${each}`));
      return sum ? [writeObservation(0, { measure, level, code, year, ...sum })] : [];
    }),
  );
  await writeRows(writer, Observation, writes, hash);
}

/** What territories add up to; undefined where nothing is known of any. */
function sumOf(places: Place[], partOf: (code: string) => Part | undefined) {
  const told = new Map<string, Part | undefined>();
  for (const { code, whole } of places) {
    const own = partOf(code);
    // Where the detail is not known, the whole that is published instead counts, once.
    const instead = own?.status === ObservationStatus.NOT_APPLICABLE && whole !== null ? whole : code;
    told.set(instead, instead === code ? own : partOf(instead));
  }
  const known = [...told.values()].filter((part) => part !== undefined && part.value !== null) as Part[];
  const [first] = known;
  if (!first) return undefined;
  const missing = told.size - known.length + known.reduce((sum, { missingParts }) => sum + (missingParts ?? 0), 0);
  return {
    value: known.reduce((sum, { value }) => sum + value!, 0),
    unit: first.unit,
    status:
      missing > 0
        ? ObservationStatus.LOWER_BOUND
        : known.some(({ status }) => status !== ObservationStatus.PUBLISHED)
          ? ObservationStatus.PROVISIONAL
          : ObservationStatus.PUBLISHED,
    missingParts: missing > 0 ? missing : null,
    computedBy: `hub : somme de ${known.length} territoire${known.length > 1 ? "s" : ""}`,
    source: referenceOf(first),
  };
}
