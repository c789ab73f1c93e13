import { type ExecutionResult, parse, print } from "graphql";
import { hubError } from "../../foundation/errors.ts";
import { openData, type Rights } from "../../foundation/rights/rights.ts";
import { isScope } from "../../foundation/rights/scopes.ts";
import type { Executor, SignCall } from "../sources/subgraph-calls.ts";
import type { AccessToken } from "./access-token.ts";
import type { IssuerClient } from "./development-issuer.ts";

/** What only the gateway asks of the `access` subgraph: its API schema does not show these fields. */

const registerTimeoutMs = 3_000;

const callerRights = parse(
  "query CallerRights($client: ID!) { callerRights(client: $client) { kind grants { habilitation scopes departments purpose } } }",
);
const issuerClients = parse("query IssuerClients { issuerClients { id scopes keys } }");

/**
 * The rights of the bearer of a token: what his habilitations give now, as far as the token asks for it. Asked anew for
 * each request: a revocation counts at once.
 * @throws UNKNOWN_CLIENT, RIGHTS_UNAVAILABLE
 */
export function rightsFromRegister(access: Executor): (token: AccessToken) => Promise<Rights> {
  return async ({ client, scopes }) => {
    const data = await answerOf(access({ document: callerRights, variables: { client } })).catch((cause) => {
      throw Object.assign(hubError("RIGHTS_UNAVAILABLE"), { cause });
    });
    const found = data?.callerRights as Omit<Rights, "client"> | null;
    if (!found) throw hubError("UNKNOWN_CLIENT", client);
    const grants = found.grants.map((grant) => ({ ...grant, scopes: grant.scopes.filter((scope) => scopes.includes(scope)) }));
    return { client, kind: found.kind, grants: grants.filter((grant) => grant.scopes.length > 0) };
  };
}

/** @throws what made the register fail. */
async function answerOf(asked: Promise<ExecutionResult>): Promise<ExecutionResult["data"]> {
  const { data, errors } = await asked;
  if (errors?.length) throw errors[0]!.originalError ?? errors[0];
  return data;
}

/** The `access` subgraph where it runs apart. */
export function registerAt(url: string, sign: SignCall): Executor {
  return async ({ document, variables }) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await sign("access", openData)}` },
      body: JSON.stringify({ query: print(document), variables }),
      signal: AbortSignal.timeout(registerTimeoutMs),
    });
    return answer.json();
  };
}

/** The clients that the development issuer knows, with their public keys. @throws what made the register fail. */
export async function clientsOfRegister(access: Executor): Promise<IssuerClient[]> {
  const data = await answerOf(access({ document: issuerClients }));
  const clients = (data?.issuerClients ?? []) as { id: string; scopes: string[]; keys: string[] }[];
  return clients.map(({ id, scopes, keys }) => ({
    id,
    scopes: scopes.filter(isScope),
    ...(keys.length > 0 && { keys: keys.map((key) => JSON.parse(key)) }),
  }));
}
