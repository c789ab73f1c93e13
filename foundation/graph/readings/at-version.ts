import { versionTable } from "../../tables/data-version.ts";

/** What every row says beside its columns. */
export interface Versioned {
  /** The version of the subgraph's data that the statement has read. */
  dataVersion: string;
  /** Null: the row says the version alone, and there is no other. */
  n: string | number | null;
}

/** The names that are no column of what was read. */
export const besideColumns: readonly string[] = ["n", "dataVersion"] satisfies (keyof Versioned)[];

/**
 * A statement whose rows say which version of the data they are of, in the order that they had: one snapshot shows both.
 * @param schema of the subgraph
 */
export function atVersion(schema: string, text: string): string {
  return `select v.version as "dataVersion", q.* from (select version from ${versionTable} where subgraph = '${schema}') v left join (
${text}
) q on true`;
}
