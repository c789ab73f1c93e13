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

/** Where an observation of this import is; no departments: the hub does not know. */
export interface Placed {
  id: string;
  departments: string[];
}

/** The new observations of some measures, each with its departments. */
export function placedRows(
  { names, sql }: Writer,
  measures: readonly string[],
  firstId: string,
): Promise<(Placed & Pick<RecordedRow, "measure" | "level" | "code" | "year">)[]> {
  return sql(
    `select o.id, o.measure, o.level, o.code, o.year, ${departmentsOf(names, "o")} as departments
     from ${names.table(Observation)} o where o.id >= $2 and o.measure = any($1::text[]) order by o.id`,
    [measures, firstId],
  );
}

/**
 * What ties the numbers of some departments to others: theirs, those of the EPCI that reach into them, and, where one is told of their region, those
 * of its other departments.
 */
export async function scopeOf(writer: Writer, departments: readonly string[], asked: Asked): Promise<Scope> {
  const wide = await withRegion(writer, departments, asked);
  const around = await geographyOf(writer, asked.year, asked.year, wide);
  const rows = await rowsIn(writer, [around], asked);
  const told = rows.flatMap(({ level, perimeter }) => (level === COMMUNE || level === EPCI ? [perimeter ?? asked.year] : []));
  const vintages = [...new Set(told.length > 0 ? told : [asked.year])].toSorted((a, b) => a - b);
  const geographies: Geography[] = [];
  for (const vintage of vintages) geographies.push(await geographyOf(writer, vintage, vintages[0]!, wide));
  return { rows: await rowsIn(writer, [around, ...geographies], asked), geographies };
}

async function rowsIn(writer: Writer, geographies: readonly Geography[], { measures, year, firstId }: Asked): Promise<RecordedRow[]> {
  const codes = new Set(geographies.flatMap(({ communes, epcis }) => [...communes.keys(), ...epcis.keys()]));
  return recordedRows(writer, { measures, years: [year], codes: [...codes], firstId });
}

/** The departments, and those of their regions of which a number is told. */
async function withRegion({ names, sql }: Writer, departments: readonly string[], { measures, year }: Asked): Promise<string[]> {
  const found = await sql<{ code: string }>(
    `with ties as materialized ${parentsIn(names, "$3::int")},
       regions as (
         select parent_code as code from ties where level = 'DEPARTMENT' and parent_level = '${REGION}' and code = any($1::text[])
         union select r.code from ${names.table(Observation)} r where r.level = '${REGION}' and r.measure = any($2::text[]) and r.year = $3)
     select distinct t.code from ties t where t.level = 'DEPARTMENT' and t.parent_level = '${REGION}' and t.parent_code in (
       select r.code from regions r where exists (
         select from ${names.table(Observation)} o where o.level = '${REGION}' and o.code = r.code and o.measure = any($2::text[]) and o.year = $3)
       and exists (select from ties i where i.level = 'DEPARTMENT' and i.parent_level = '${REGION}' and i.parent_code = r.code and i.code = any($1::text[])))`,
    [departments, measures, year],
  );
  return [...new Set([...departments, ...found.map(({ code }) => code)])].toSorted();
}
