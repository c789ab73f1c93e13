import { MIMEType } from "node:util";
import type { FastifyInstance } from "fastify";
import { hubError } from "../../foundation/errors.ts";

/** JSON in UTF-8 is the only body there is: a form or plain text could be sent from another site without a preflight. */
export function acceptOnlyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const charset = new MIMEType(request.headers["content-type"]!).params.get("charset") ?? "utf-8";
    if (!/^utf-?8$/i.test(charset)) return done(httpError(415));
    try {
      parse(request, new TextDecoder("utf-8", { fatal: true }).decode(body as Buffer), done);
    } catch {
      done(httpError(400));
    }
  });
}

function httpError(status: 400 | 415) {
  const error = hubError(status === 400 ? "MALFORMED_JSON" : "UNSUPPORTED_MEDIA_TYPE");
  error.extensions.http = { status };
  return error;
}
