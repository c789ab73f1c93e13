import type { TableNames } from "../../../foundation/graph/readings/table-names.ts";
import { countedAt, counts, newestFirst } from "../../../foundation/numbers/newest.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";

/** SQL expressions of a number's key. */
export interface NumberKey {
  measure: string;
  level: string;
  code: string;
  year: string;
  /** What was known then; null: what is known now. */
  asOf?: string;
}

/**
 * SQL, in brackets, for `lateral`: what counts of a number: the last that was recorded of its newest edition.
 * @param columns on the alias `o`
 */
export function latestNumber(names: TableNames, columns: string, { measure, level, code, year, asOf }: NumberKey): string {
  return `(
    select ${columns} from ${names.table(Observation)} o
    where o.measure = ${measure} and o.level = ${level} and o.code = ${code} and o.year = ${year}
      and ${asOf ? countedAt("o", asOf) : counts("o")}
    order by ${newestFirst("o")} limit 1)`;
}
