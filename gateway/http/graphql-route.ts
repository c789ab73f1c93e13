import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import { clientLeft } from "../../foundation/http/client-left.ts";
import { deadline } from "../../foundation/deadline.ts";
import { hubError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import type { Rights } from "../../foundation/rights/rights.ts";
import { bodyOf } from "../answer/answer.ts";
import type { Gateway } from "../gateway.ts";
import type { Account, GraphqlRequest } from "../request-context.ts";
import { type AnswerType, answerType } from "./answer-type.ts";
import { boundBodies } from "./body-size.ts";
import type { OpenAccount } from "./budget.ts";
import { httpOf, refusal } from "./http-errors.ts";
import type { TakeTurn } from "./turns.ts";

export interface GraphqlRouteOptions {
  gateway: Gateway;
  /** Who asks. */
  identify: (request: FastifyRequest) => Promise<Rights>;
  openAccount: OpenAccount;
  takeTurn: TakeTurn;
  limits: Limits;
}

declare module "fastify" {
  interface FastifyRequest {
    rights: Rights;
    account: Account;
  }
}

/** GraphQL over HTTP, one request at a time. What else a body holds is ignored: clients add names of their own. */
const requestBody = {
  type: "object",
  properties: {
    query: { type: "string" },
    variables: { type: ["object", "null"] },
    operationName: { type: ["string", "null"] },
    extensions: { type: ["object", "null"] },
  },
  anyOf: [
    { required: ["query"] },
    { required: ["extensions"], properties: { extensions: { type: "object", required: ["persistedQuery"] } } },
  ],
} as const;

/** `POST /graphql`: who asks, his turn, then the gateway. */
export function registerGraphqlRoute(
  app: FastifyInstance,
  { gateway, identify, openAccount, takeTurn, limits }: GraphqlRouteOptions,
): void {
  app.decorateRequest("rights");
  app.decorateRequest("account");
  app.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store");
    request.rights = await identify(request);
    request.account = openAccount(request.rights, request.ip);
  });
  boundBodies(app, limits);
  app.addHook("onSend", async (request, reply) => {
    if (request.account) reply.headers(await request.account.headers());
  });

  app.post<{ Body: GraphqlRequest; Querystring: { explain?: string } }>(
    "/graphql",
    { schema: { body: requestBody }, bodyLimit: Math.max(limits.maxBodyBytes, limits.maxWriteBytes) },
    async (request, reply) => {
      const { trace, rights, account } = request;
      const type = answerType(request.headers.accept);
      if (!type) return reply.code(406).send(refusal(hubError("NOT_ACCEPTABLE")));
      using time = deadline(clientLeft(reply.raw), limits.requestTimeoutMs);
      const explain = request.query.explain === "1";
      const endTurn = await takeTurn(rights.kind);
      // Who reads his answer slowly takes no place.
      const answer = await gateway
        .answer(request.body, { requestId: request.id, trace, rights, account, signal: time.signal, explain })
        .finally(endTurn);
      reply.type(`${type}; charset=utf-8`);
      if (!("refused" in answer)) {
        if (answer.etag) reply.header("etag", answer.etag);
        return reply.send(bodyOf(answer));
      }
      const { refused } = answer;
      const { status = usualStatus(type, refused), headers = {} } = httpOf(refused[0]!);
      return reply
        .code(status)
        .headers(headers)
        .send(refusal(...refused));
    },
  );
  app.route({
    method: ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"],
    url: "/graphql",
    handler: (_, reply) =>
      reply
        .code(405)
        .header("allow", "POST")
        .send(refusal(hubError("METHOD_NOT_ALLOWED"))),
  });
}

/** Clients of `application/json` take any other status for an answer that is not GraphQL. */
function usualStatus(type: AnswerType, errors: readonly GraphQLError[]): number {
  if (type === "application/json") return 200;
  return errors.some(({ extensions }) => extensions.code === "INTERNAL_ERROR") ? 500 : 400;
}
