import { bytesInMemory } from "../../../../foundation/imports/envelope/file-bytes.ts";
import type { Layout, PartnerFile, PartnerLine } from "../../../../foundation/imports/envelope/layout.ts";
import { readPartnerFile } from "../../../../foundation/imports/envelope/partner-file.ts";

/** A partner's file with all of its lines. */
export interface ReadFile extends Omit<PartnerFile, "lines"> {
  lines: PartnerLine[];
  leftOut: { line: number; reason: string }[];
}

/** Reads a file to its end, in pieces of so many bytes. */
export async function readFile(bytes: Uint8Array | string, layout: Layout, pieceLength?: number): Promise<ReadFile> {
  const { lines, ...file } = await readPartnerFile(bytesInMemory(Buffer.from(bytes as string), pieceLength), layout);
  const all = await Array.fromAsync(lines());
  return {
    ...file,
    lines: all.filter(({ leftOut }) => leftOut === undefined),
    leftOut: all.flatMap(({ line, leftOut }) => (leftOut === undefined ? [] : { line, reason: leftOut })),
  };
}
