import { createHash } from "node:crypto";
import { createReadStream, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { UnreadableFile } from "./unreadable-file.ts";

/** What a file holds: read from its beginning, piece by piece, as often as it is asked for. */
export interface FileBytes {
  /** In bytes. */
  readonly size: number;
  /** How many bytes of it the last reading has passed. */
  readonly passed: number;
  pieces(): AsyncIterable<Buffer>;
}

const pieceBytes = 1024 * 1024;

/** @throws the error of the system where there is no such file; UnreadableFile where it changes between two readings */
export async function bytesOnDisc(path: string | URL): Promise<FileBytes> {
  const { size, mtimeMs } = await readable(path);
  return counted(size, async function* () {
    yield* createReadStream(path, { highWaterMark: pieceBytes });
    if ((await stat(path)).mtimeMs !== mtimeMs) throw new UnreadableFile("Le fichier a changé pendant sa lecture : recommencez.");
  });
}

/** @throws the error of the system where it cannot be read, as a folder cannot */
async function readable(path: string | URL): Promise<Stats> {
  const kind = await stat(path);
  if (!kind.isFile() && !kind.isDirectory()) throw Object.assign(new Error("no regular file"), { code: "ENOTFILE" });
  await using file = await open(path);
  await file.read(Buffer.alloc(1), 0, 1);
  return file.stat();
}

/** @param pieceLength in bytes */
export function bytesInMemory(bytes: Buffer, pieceLength = pieceBytes): FileBytes {
  return counted(bytes.length, function* () {
    for (let start = 0; start < bytes.length; start += pieceLength) yield bytes.subarray(start, start + pieceLength);
  });
}

function counted(size: number, read: () => AsyncIterable<Buffer> | Iterable<Buffer>): FileBytes {
  let passed = 0;
  return {
    size,
    get passed() {
      return passed;
    },
    async *pieces() {
      passed = 0;
      for await (const piece of read()) {
        passed += piece.length;
        yield piece;
      }
    },
  };
}

/** SHA-256, in hexadecimal digits. */
export async function hashOf(file: FileBytes): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of file.pieces()) hash.update(piece);
  return hash.digest("hex");
}

const maxWholeBytes = 256 * 1024 * 1024;

/** Of a file that cannot be read piece by piece. @throws UnreadableFile where all of it at once is too much */
export function refuseLarge({ size }: Pick<FileBytes, "size">): void {
  if (size > maxWholeBytes)
    throw new UnreadableFile(
      `Le fichier dépasse ${maxWholeBytes / 1024 / 1024} Mo : enregistrez-le en CSV, qui se lit au fur et à mesure, ou découpez-le.`,
    );
}

/** All of it at once. @throws UnreadableFile where that is too much */
export async function wholeOf(file: FileBytes): Promise<Buffer> {
  refuseLarge(file);
  return Buffer.concat(await Array.fromAsync(file.pieces()));
}
