import { hubError } from "../../foundation/errors.ts";
import type { Rights } from "../../foundation/rights/rights.ts";
import { isScope } from "../../foundation/rights/scopes.ts";
import { readAnswer } from "../sources/read-answer.ts";
import type { Source, SourceOperation } from "../sources/source.ts";
import type { AccessToken } from "./access-token.ts";
import type { IssuerClient } from "./development-issuer.ts";

/** What only the gateway asks of the `access` subgraph: its API schema does not show these fields. */

const registerTimeoutMs = 3_000;

const callerRights: SourceOperation = {
  kind: "query",
  text: "query CallerRights($client: ID!) { callerRights(client: $client) { kind grants { habilitation scopes departments purpose partner } } }",
};
const issuerClients: SourceOperation = { kind: "query", text: "query IssuerClients { issuerClients { id scopes keys } }" };

/**
 * The rights of the bearer of a token: what his habilitations give now, as far as the token asks for it. Asked anew for
 * each request: a revocation counts at once.
 * @throws UNKNOWN_CLIENT, RIGHTS_UNAVAILABLE
 */
export function rightsFromRegister(access: Source): (token: AccessToken) => Promise<Rights> {
  return async ({ client, scopes }) => {
    const data = await ask(access, callerRights, { client }).catch((cause) => {
      throw Object.assign(hubError("RIGHTS_UNAVAILABLE"), { cause });
    });
    const found = data.callerRights as Omit<Rights, "client"> | null;
    if (!found) throw hubError("UNKNOWN_CLIENT", client);
    const grants = found.grants.map((grant) => ({ ...grant, scopes: grant.scopes.filter((scope) => scopes.includes(scope)) }));
    return { client, kind: found.kind, grants: grants.filter((grant) => grant.scopes.length > 0) };
  };
}

/** @throws what made the register fail. */
async function ask(access: Source, operation: SourceOperation, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const { data, told, hidden } = readAnswer(await access.answer({ operation, variables, signal: AbortSignal.timeout(registerTimeoutMs) }));
  if (hidden.length > 0) throw hidden[0]!.cause;
  if (told.length > 0 || !data) throw new Error(told[0]?.message);
  return data;
}

/** The clients that the development issuer knows, with their public keys. @throws what made the register fail. */
export async function clientsOfRegister(access: Source): Promise<IssuerClient[]> {
  const data = await ask(access, issuerClients);
  const clients = (data.issuerClients ?? []) as { id: string; scopes: string[]; keys: string[] }[];
  return clients.map(({ id, scopes, keys }) => ({
    id,
    scopes: scopes.filter(isScope),
    ...(keys.length > 0 && { keys: keys.map((key) => JSON.parse(key)) }),
  }));
}
