import type { Writer } from "../../imports/writer.ts";
import { departmentsOf } from "../../territories/territory-parent.ts";
import { Observation, ObservationStatus } from "../observation.ts";
import type { RecordedRow } from "./recorded-row.ts";
import { type Role, secrecy } from "./rules/secrecy-rules.ts";
import { WithheldValue } from "./withheld-value.ts";

interface Asked {
  measures: readonly string[];
  years: readonly number[];
  /** Codes of the communes and EPCI that matter, beside all departments and regions; null: all. */
  codes: readonly string[] | null;
  /** The id of the first observation of this import. */
  firstId: string;
}

/** The observations of these measures, years and territories with their true numbers, oldest first, all revisions. */
export async function recordedRows({ names, sql }: Writer, { measures, years, codes, firstId }: Asked): Promise<RecordedRow[]> {
  const number = (column: string) => `coalesce(w.${column}, o.${column}) as "${column}"`;
  return sql(
    `select o.id, o.measure, o.level, o.code, o.year, o.perimeter, o.recorded_at::text as "recordedAt",
       ${["value", "numerator", "denominator", "establishments"].map(number).join(", ")}, coalesce(w.largest_share, o.largest_share) as "largestShare",
       o.edition is not null as "isPublic", s.rounded_to as "roundedTo", o.id >= $4 as "isNew", coalesce(w.hidden, '{}') as hidden
     from ${names.table(Observation)} o left join ${names.table(WithheldValue)} w on w.observation = o.id
     left join ${names.sourcesOf(Observation)} s on s.id = o.source_id
     where o.measure = any($1) and o.year = any($2)
       and (o.level in ('DEPARTMENT', 'REGION') or o.level in ('COMMUNE', 'EPCI') and ($3::text[] is null or o.code = any($3)))
     order by o.recorded_at, o.id`,
    [measures, years, codes, firstId],
  );
}

/** A row of which numbers are not shown, and whether what others made public gives one of them away. */
export type HiddenRow = Pick<RecordedRow, "id" | "measure" | "hidden"> & { isGivenAwayElsewhere: boolean };

/** Moves numbers of observations to where nobody sees them, and leaves the rule in their place. */
export async function hide({ names, sql }: Writer, rows: readonly HiddenRow[]): Promise<void> {
  if (rows.length === 0) return;
  const hidden = JSON.stringify(
    rows.map(({ id, measure, hidden, isGivenAwayElsewhere }) => ({ id, hidden, given: isGivenAwayElsewhere, rule: labelOf(measure) })),
  );
  const moved = [
    "value",
    "numerator",
    "denominator",
    "printed",
    "status",
    "notes",
    "missing_parts",
    "computed_by",
    "establishments",
    "largest_share",
  ];
  await sql(
    `insert into ${names.table(WithheldValue)} (observation, ${moved.join(", ")}, hidden, is_given_away_elsewhere, departments)
     select o.id, ${moved.map((column) => `o.${column}`).join(", ")}, k.hidden, k.given, ${departmentsOf(names, "o")}
     from jsonb_to_recordset($1::jsonb) as k(id bigint, hidden text[], given boolean) join ${names.table(Observation)} o on o.id = k.id`,
    [hidden],
  );
  const left = (role: Role, column: string = role) => `${column} = case when '${role}' = any(k.hidden) then null else o.${column} end`;
  await sql(
    `update ${names.table(Observation)} o set ${left("value")}, ${left("value", "printed")}, ${left("numerator")}, ${left("denominator")},
       status = case when 'value' = any(k.hidden) then $2 else o.status end,
       notes = '{}', missing_parts = null, computed_by = null, establishments = null, largest_share = null, secrecy_rule = k.rule
     from jsonb_to_recordset($1::jsonb) as k(id bigint, hidden text[], rule text) where o.id = k.id`,
    [hidden, ObservationStatus.SUPPRESSED],
  );
}

function labelOf(measure: string): string {
  const { name, version } = secrecy.ruleOf(measure)!;
  return `${name}@${version}`;
}
