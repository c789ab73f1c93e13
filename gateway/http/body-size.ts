import { Transform } from "node:stream";
import type { FastifyInstance, FastifyRequest, RequestPayload } from "fastify";
import { limitError, withStatus } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { isWriter } from "../../foundation/rights/rights.ts";

type Sizes = Pick<Limits, "maxBodyBytes" | "maxWriteBytes">;

/** How long the body of a caller may be: who may write sends more. */
export function maxBytesOf({ rights }: Partial<Pick<FastifyRequest, "rights">>, { maxBodyBytes, maxWriteBytes }: Sizes): number {
  return rights && isWriter(rights) ? Math.max(maxBodyBytes, maxWriteBytes) : maxBodyBytes;
}

/** Holds each caller to his size before his body is kept: the route lets in what a writer may send. */
export function boundBodies(app: FastifyInstance, sizes: Sizes): void {
  app.addHook("preParsing", async (request, _, payload): Promise<RequestPayload> => {
    const maxBytes = maxBytesOf(request, sizes);
    const tooLarge = () => Object.assign(withStatus(413, limitError("BODY_TOO_LARGE", maxBytes)), { statusCode: 413 });
    if (Number(request.headers["content-length"]) > maxBytes) throw tooLarge();
    if (request.headers["content-length"] !== undefined) return payload;
    let received = 0;
    return payload.pipe(
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          received += chunk.length;
          if (received > maxBytes) done(tooLarge());
          else done(null, chunk);
        },
      }),
    );
  });
}
