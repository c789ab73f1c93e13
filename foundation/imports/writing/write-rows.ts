import type { Write } from "../dataset.ts";
import { IncomingRows } from "./incoming-rows.ts";
import type { Writer } from "../writer.ts";

/** Writes rows of one table that follow from others, where they differ from what it holds. @param hash of the file they come from */
export async function writeRows(writer: Writer, entity: Write["entity"], writes: readonly Write[], hash: string): Promise<void> {
  const [first] = writes;
  if (!first) return;
  const rows = await IncomingRows.of(writer, entity, first);
  await rows.add(writes);
  await rows.settle(hash);
}
