import { type CheckedLines, checkedLines } from "./check-lines.ts";
import type { Dataset, Write } from "./dataset.ts";
import type { PartnerFile } from "./envelope/layout.ts";
import { NamedTerritories } from "./references.ts";
import type { Writer } from "./writer.ts";
import { IncomingRows } from "./writing/incoming-rows.ts";

interface Reading {
  writer: Writer;
  /** Name of the subgraph. */
  owner: string;
  dataset: Dataset;
  file: PartnerFile;
  /** Called now and then; an error that it throws ends the reading. */
  progress?: (() => void) | undefined;
}

/** The subgraph that says which territories there are. */
const referential = "territories";

/** What was read of a file: its rows wait in the database. */
export interface Read extends Omit<CheckedLines, "lines"> {
  /** The lines that were read without a fault. */
  good: Set<number>;
  tables: Map<Write["entity"], IncomingRows>;
  territories: NamedTerritories;
  /** Its rows, where something looks at all of them. */
  kept: Write[];
}

/** Reads a file to its end; no more than some of its rows are held at once, unless something looks at all of them. What is wrong with its lines is held whole. */
export async function readLines({ writer, owner, dataset, file, progress }: Reading): Promise<Read> {
  const all: Read = {
    read: 0,
    ignored: [],
    rejected: [],
    good: new Set(),
    tables: new Map(),
    territories: new NamedTerritories(),
    kept: [],
  };
  const isLookedAt = [dataset.beforehand, dataset.afterwards, dataset.protect].some((look) => look !== undefined);
  for await (const { read, lines, ignored, rejected } of checkedLines(file, dataset, progress)) {
    all.read += read;
    for (const each of ignored) all.ignored.push(each);
    for (const each of rejected) all.rejected.push(each);
    for (const { line } of lines) all.good.add(line);
    const writes = [...dataset.convert(lines as never)];
    if (owner !== referential) all.territories.add(writes);
    for (const [entity, rows] of Map.groupBy(writes, (write) => write.entity)) {
      const table = all.tables.get(entity) ?? (await IncomingRows.of(writer, entity, rows[0]!));
      all.tables.set(entity, table);
      await table.add(rows);
    }
    if (isLookedAt) for (const each of writes) all.kept.push(each);
  }
  return all;
}
