import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance } from "fastify";
import { hubError, limitError, withStatus } from "../../foundation/errors.ts";

const unpacking = { br: promisify(brotliDecompress), gzip: promisify(gunzip), deflate: promisify(inflate) };
const encodings = Object.keys(unpacking) as (keyof typeof unpacking)[];

/** Answers are compressed where it is asked. Bodies are bounded by what they unfold to: see `unpacked`. */
export function compressAnswers(app: FastifyInstance): void {
  app.register(compress, { encodings, globalDecompression: false });
}

/**
 * A body without its `content-encoding`; no more than `maxBytes` of it are ever unfolded.
 * @throws UNSUPPORTED_ENCODING, MALFORMED_ENCODING, BODY_TOO_LARGE.
 */
export async function unpacked(body: Buffer, contentEncoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const name = contentEncoding?.trim().toLowerCase() || "identity";
  if (name === "identity") return body;
  const encoding = encodings.find((known) => known === name);
  if (!encoding) throw withStatus(415, hubError("UNSUPPORTED_ENCODING", encodings.join(", ")));
  try {
    return await unpacking[encoding](body, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = (cause as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    throw isTooLarge ? withStatus(413, limitError("BODY_TOO_LARGE", maxBytes)) : withStatus(400, hubError("MALFORMED_ENCODING", encoding));
  }
}
