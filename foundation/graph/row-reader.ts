import type { MikroORM } from "@mikro-orm/postgresql";
import type { ReaderPools, Statement } from "../postgres/reader-pools.ts";
import type { Rights } from "../rights/rights.ts";
import { sessionOf } from "../rights/row-level-security.ts";
import type { Reading } from "./reading.ts";
import { TableNames } from "./table-names.ts";

/** Runs the readings of one subgraph for one call: as the reader, and in the caller's own session where a table has a policy. */
export interface RowReader {
  rows<Row extends object>(reading: Reading<never, unknown>, values: unknown[]): Promise<Row[]>;
}

/** A reading with the statement that it is in this subgraph. */
export interface PreparedReading {
  statement: Statement;
  /** Whether what is read depends on who asks. */
  isRestricted: boolean;
}

/** Writes the statement of each reading out of the tables' metadata. */
export function prepareReadings(
  name: string,
  orm: MikroORM,
  readings: Readonly<Record<string, Reading<never, unknown>>>,
): Map<Reading<never, unknown>, PreparedReading> {
  const entries = Object.entries(readings).map(([readingName, reading]) => {
    const names = new TableNames(orm.getMetadata(), orm.config.get("schema")!);
    const statement = { name: `${name}.${readingName}`, text: reading.write(names) };
    return [
      reading,
      { statement, isRestricted: reading.isRestricted || [...names.named].some(({ policies }) => policies.length > 0) },
    ] as const;
  });
  return new Map(entries);
}

/** @param signal cancels the statements of the call. */
export function rowReader(
  prepared: ReadonlyMap<Reading<never, unknown>, PreparedReading>,
  pools: ReaderPools,
  rights: Rights,
  signal?: AbortSignal,
): RowReader {
  return {
    rows(reading, values) {
      const { statement, isRestricted } = prepared.get(reading)!;
      return pools.read(rights.kind, statement, values, { session: isRestricted ? sessionOf(rights) : undefined, signal });
    },
  };
}
