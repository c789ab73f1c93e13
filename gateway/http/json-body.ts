import { MIMEType, promisify } from "node:util";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { hubError, withStatus } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { maxBytesOf } from "./body-size.ts";
import { unpacked } from "./compression.ts";

/** JSON in UTF-8 is the only body there is: a form or plain text could be sent from another site without a preflight. */
export function acceptOnlyJson(app: FastifyInstance, limits: Pick<Limits, "maxBodyBytes" | "maxWriteBytes">): void {
  const parse = promisify(app.getDefaultJsonParser("error", "error") as JsonParser);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) => {
    const charset = new MIMEType(request.headers["content-type"]!).params.get("charset") ?? "utf-8";
    if (!/^utf-?8$/i.test(charset)) throw withStatus(415, hubError("UNSUPPORTED_MEDIA_TYPE"));
    return parse(request, utf8(await unpacked(body, request.headers["content-encoding"], maxBytesOf(request, limits))));
  });
}

type JsonParser = (request: FastifyRequest, body: string, done: (error: Error | null, body?: unknown) => void) => void;

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw withStatus(400, hubError("MALFORMED_JSON"));
  }
}
