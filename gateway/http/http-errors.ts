import type { FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import { type ErrorCode, hubError, internalError, limitError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { maxBytesOf } from "./body-size.ts";

/** The body of an answer that no operation gave. */
export const refusal = (...errors: GraphQLError[]) => ({
  errors: errors.map((error) => {
    const { http: _, ...extensions } = error.extensions;
    return { ...error.toJSON(), extensions };
  }),
});

/** What an error asks of the answer that says it. */
export const httpOf = ({ extensions }: GraphQLError): HttpPart => (extensions.http as HttpPart | undefined) ?? {};

/** Where nobody can say who asks. */
const unidentified: Partial<Record<ErrorCode, HttpPart>> = {
  INVALID_TOKEN: { status: 401, headers: { "www-authenticate": 'Bearer error="invalid_token"' } },
  UNKNOWN_CLIENT: { status: 401, headers: { "www-authenticate": 'Bearer error="invalid_token"' } },
  UNKNOWN_HABILITATION: { status: 403 },
  ISSUER_UNAVAILABLE: { status: 503 },
  RIGHTS_UNAVAILABLE: { status: 503 },
};

interface HttpPart {
  status?: number;
  headers?: Record<string, string>;
}

/** What goes wrong outside of an operation, as GraphQL errors. */
export function registerHttpErrors(app: FastifyInstance, limits: Limits): void {
  app.setNotFoundHandler((_, reply) => reply.code(404).send(refusal(hubError("NOT_FOUND"))));

  app.setErrorHandler<{ code?: string; statusCode?: number } & Error>((error, request, reply) => {
    const answer = (status: number, refused: GraphQLError) => reply.code(status).send(refusal(refused));
    if (error instanceof GraphQLError) {
      const identification = unidentified[error.extensions.code as ErrorCode];
      const { status = 400, headers = {} } = { ...identification, ...httpOf(error) };
      if (identification && status >= 500) request.trace.onError("identification", error.cause);
      return reply.headers(headers).code(status).send(refusal(error));
    }
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return answer(413, limitError("BODY_TOO_LARGE", maxBytesOf(request, limits)));
    if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return answer(415, hubError("UNSUPPORTED_MEDIA_TYPE"));
    if (error.code === "FST_ERR_VALIDATION") return answer(400, hubError("BAD_REQUEST"));
    if (error.statusCode && error.statusCode < 500) return answer(400, hubError("MALFORMED_JSON"));
    request.log.error({ err: error }, "unexpected error");
    return answer(500, internalError(request.id));
  });
}
