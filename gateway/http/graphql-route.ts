import type { FastifyInstance, FastifyRequest } from "fastify";
import { clientLeft } from "../../foundation/client-left.ts";
import { hubError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import type { Rights } from "../../foundation/rights/rights.ts";
import type { Gateway } from "../gateway.ts";
import type { RequestContext } from "../request-context.ts";
import type { Account, OpenAccount } from "./budget.ts";
import { refusal } from "./http-errors.ts";
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

/** The runtime's listener takes the context of the request as a third argument, which its type leaves out. */
type RequestListener = (request: object, response: object, context: RequestContext) => Promise<void>;

/** GraphQL over HTTP, one request at a time. */
const requestBody = {
  type: "object",
  required: ["query"],
  properties: {
    query: { type: "string" },
    variables: { type: ["object", "null"] },
    operationName: { type: ["string", "null"] },
  },
} as const;

const answerTypes = ["application/json", "application/graphql-response+json"];

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
  app.addHook("onSend", async (request, reply) => {
    if (request.account) reply.headers(await request.account.headers());
  });

  app.post<{ Body: { operationName?: string | null }; Querystring: { explain?: string } }>(
    "/graphql",
    { schema: { body: requestBody } },
    async (request, reply) => {
      const { trace, rights, account } = request;
      const { operationName } = request.body;
      const accepted = request.accepts().type(answerTypes);
      if (!accepted) return reply.code(406).send(refusal(hubError("NOT_ACCEPTABLE")));
      const explain = request.query.explain === "1";
      request.raw.headers.accept = accepted as string;
      if (operationName) trace.operation = operationName;
      // The runtime takes the body that Fastify has already parsed and bounded.
      Object.assign(request.raw, { body: request.body });
      const signal = AbortSignal.any([clientLeft(reply.raw), AbortSignal.timeout(limits.requestTimeoutMs)]);
      const endTurn = await takeTurn(rights.kind);
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value!);
      try {
        await (gateway.requestListener as unknown as RequestListener)(request.raw, reply.raw, {
          requestId: request.id,
          trace,
          rights,
          account,
          signal,
          explain,
          endTurn,
        });
      } finally {
        endTurn();
      }
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
