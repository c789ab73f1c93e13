import type { Writer } from "../../imports/writer.ts";
import { departmentsOf, parentsIn } from "../../territories/territory-parent.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";
import { Observation } from "../observation.ts";
import { type Geography, geographyOf } from "./geography.ts";
import type { RecordedRow } from "./recorded-row.ts";
import { recordedRows } from "./withheld-rows.ts";

const { COMMUNE, EPCI, REGION } = TerritoryLevel;

/** The numbers of one year that a decision looks at, and where they are. */
export interface Scope {
  rows: RecordedRow[];
  geographies: Geography[];
}

interface Asked {
  measures: readonly string[];
  year: number;
  /** The id of the first observation of this import. */
  firstId: string;
}

/** Where a number of this import is; no departments: the hub does not know. */
interface Placed extends Pick<RecordedRow, "measure" | "level" | "code" | "year"> {
  departments: string[];
}

/** The new observations of some measures, each with its departments. */
export function placedRows({ names, sql }: Writer, measures: readonly string[], firstId: string): Promise<Placed[]> {
  return sql(
    `select o.measure, o.level, o.code, o.year, ${departmentsOf(names, "o")} as departments
     from ${names.table(Observation)} o where o.id >= $2 and o.measure = any($1::text[]) order by o.id`,
    [measures, firstId],
  );
}

/**
 * What ties the numbers of some departments to others: theirs, those of the EPCI that reach into them, those of all departments and regions, and,
 * where one was transmitted of their region, all of its other departments.
 */
export async function scopeOf(writer: Writer, departments: readonly string[], asked: Asked, geographyIn: Geographies): Promise<Scope> {
  const wide = await withRegion(writer, departments, asked);
  const vintages = await vintagesOf(writer, asked);
  const geographies: Geography[] = [];
  for (const vintage of vintages) geographies.push(await geographyIn(vintage, vintages[0]!, wide));
  const codes = new Set(geographies.flatMap(({ communes, epcis }) => [...communes.keys(), ...epcis.keys()]));
  const { measures, year, firstId } = asked;
  return { rows: await recordedRows(writer, { measures, years: [year], codes: [...codes], firstId }), geographies };
}

type Geographies = (vintage: number, since: number, departments: readonly string[]) => Promise<Geography>;

/** Reads each geography once, for all years of an import. */
export function rememberedGeographies(writer: Writer): Geographies {
  const read = new Map<string, Promise<Geography>>();
  return (vintage, since, departments) => {
    const key = JSON.stringify([vintage, since, departments]);
    const known = read.get(key) ?? geographyOf(writer, vintage, since, departments);
    read.set(key, known);
    return known;
  };
}

/** The years of the geographies in which communes and EPCI were counted, oldest first; a published number that says none is of its own. */
async function vintagesOf({ names, sql }: Writer, { measures, year }: Asked): Promise<number[]> {
  const found = await sql<{ vintage: number }>(
    `select distinct coalesce(perimeter, year) as vintage from ${names.table(Observation)}
     where measure = any($1::text[]) and year = $2 and level in ('${COMMUNE}', '${EPCI}') order by vintage`,
    [measures, year],
  );
  return found.length > 0 ? found.map(({ vintage }) => vintage) : [year];
}

/** The departments, and those of their regions of which a number was transmitted: its departments' own are read in any case. */
async function withRegion({ names, sql }: Writer, departments: readonly string[], { measures, year }: Asked): Promise<string[]> {
  const found = await sql<{ code: string }>(
    `with ties as materialized (
       select code, parent_code from ${parentsIn(names, "$3::int")} t where level = 'DEPARTMENT' and parent_level = '${REGION}')
     select distinct t.code from ties t where t.parent_code in (select parent_code from ties where code = any($1::text[])) and exists (
       select from ${names.table(Observation)} o
       where o.level = '${REGION}' and o.code = t.parent_code and o.measure = any($2::text[]) and o.year = $3 and o.edition is null)`,
    [departments, measures, year],
  );
  return [...new Set([...departments, ...found.map(({ code }) => code)])].toSorted();
}
