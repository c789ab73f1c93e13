import type { Writer } from "../../imports/writer.ts";
import { Observation, ObservationStatus } from "../observation.ts";
import { secrecy } from "./secrecy-rules.ts";
import { departmentsOf } from "../../territories/territory-parent.ts";
import { WithheldValue, type WithholdingKind } from "./withheld-value.ts";
import type { RecordedRow } from "./year-table.ts";

/**
 * The observations of these measures and years with their true numbers, oldest first, all revisions.
 * @param firstId the id of the first observation of this import
 */
export async function recordedRows(
  { names, sql }: Writer,
  measures: string[],
  years: number[],
  firstId: string,
): Promise<(Omit<RecordedRow, "isConcentrated"> & Pick<Observation, "establishments" | "largestShare">)[]> {
  return sql(
    `select o.id, o.measure, o.level, o.code, o.year, o.recorded_at::text as "recordedAt",
       coalesce(w.value, o.value) as value, coalesce(w.numerator, o.numerator) as numerator, coalesce(w.denominator, o.denominator) as denominator,
       coalesce(w.establishments, o.establishments) as establishments, coalesce(w.largest_share, o.largest_share) as "largestShare",
       o.status = $4 and w.observation is null as "isMasked", o.id >= $3 as "isNew", w.kind as withheld, coalesce(w.guarded, '{}') as guarded
     from ${names.table(Observation)} o left join ${names.table(WithheldValue)} w on w.observation = o.id
     where o.measure = any($1) and o.year = any($2)
     order by o.recorded_at, o.id`,
    [measures, years, firstId, ObservationStatus.SUPPRESSED],
  );
}

/** Moves the numbers of observations to where nobody sees them, and leaves the rule in their place. */
export async function hide({ names, sql }: Writer, rows: (RecordedRow & { kind: WithholdingKind })[]): Promise<void> {
  if (rows.length === 0) return;
  await sql(
    `insert into ${names.table(WithheldValue)} (observation, value, numerator, denominator, printed, status, notes, establishments, largest_share,
       kind, guarded, departments)
     select o.id, o.value, o.numerator, o.denominator, o.printed, o.status, o.notes, o.establishments, o.largest_share, k.kind, k.guarded, ${departmentsOf(names, "o")}
     from jsonb_to_recordset($1::jsonb) as k(id bigint, kind text, guarded text[]) join ${names.table(Observation)} o on o.id = k.id`,
    [JSON.stringify(rows.map(({ id, kind, guarded }) => ({ id, kind, guarded })))],
  );
  await sql(
    `update ${names.table(Observation)} o set value = null, numerator = null, denominator = null, printed = null, notes = '{}',
       establishments = null, largest_share = null, status = $3, secrecy_rule = k.rule
     from unnest($1::bigint[], $2::text[]) as k(id, rule) where o.id = k.id`,
    [rows.map(({ id }) => id), rows.map(({ measure }) => labelOf(measure)), ObservationStatus.SUPPRESSED],
  );
}

function labelOf(measure: string): string {
  const { name, version } = secrecy.ruleOf(measure)!;
  return `${name}@${version}`;
}
