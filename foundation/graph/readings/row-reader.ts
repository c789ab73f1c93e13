import { schemaOf } from "../../postgres/identifiers.ts";
import type { ReaderPools, Statement } from "../../postgres/reader-pools.ts";
import { openData } from "../../rights/rights.ts";
import { sessionOf } from "../../rights/row-level-security.ts";
import type { Call, RowReader } from "../context.ts";
import type { Reading } from "./reading.ts";
import { TableNames } from "./table-names.ts";

/** A reading with the statement that it is in this subgraph. */
export interface PreparedReading {
  statement: Statement;
  /** Whether what is read depends on who asks. */
  isRestricted: boolean;
}

/** Writes the statement of each reading of a subgraph. */
export function prepareReadings(name: string, readings: Readonly<Record<string, Reading<never, unknown>>>): Map<object, PreparedReading> {
  const entries = Object.entries(readings).map(([readingName, reading]) => {
    const names = new TableNames(schemaOf(name));
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
  prepared: ReadonlyMap<object, PreparedReading>,
  pools: ReaderPools,
  { rights = openData, lane = rights.kind }: Pick<Call, "rights" | "lane">,
  signal?: AbortSignal,
): RowReader {
  return {
    rows(reading, values) {
      const known = prepared.get(reading);
      if (!known) throw new Error("this reading is in no part of the subgraph: name its module in `readings`");
      const { statement, isRestricted } = known;
      return pools.read(lane, statement, values, { session: isRestricted ? sessionOf(rights) : undefined, signal });
    },
  };
}
