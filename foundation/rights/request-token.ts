import { type JWK, SignJWT } from "jose";

export interface TokenRequest {
  /** For instance `http://127.0.0.1:4000/issuer`. */
  issuer: string;
  client: string;
  /** The client's private key. */
  key: JWK;
  /** Scopes, separated by spaces; undefined: all that the client may have. */
  scope?: string | undefined;
}

/** What the issuer answers instead of a token: an error code of RFC 6749, or the HTTP status where it is none. */
export class TokenRefusal extends Error {}

const timeoutMs = 5_000;

/** Asks an issuer for an access token, with the client's own key. @throws TokenRefusal, or what `fetch` throws: a TimeoutError after five seconds. */
export async function requestToken({ issuer: at, client, key, scope }: TokenRequest): Promise<string> {
  const { issuer, token_endpoint } = await read<{ issuer: string; token_endpoint: string }>(await metadataOf(at));
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: key.alg!, kid: key.kid! })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(issuer)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(key);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    ...(scope && { scope }),
  });
  const answer = await read<{ access_token: string }>(
    await fetch(token_endpoint, { method: "POST", body, signal: AbortSignal.timeout(timeoutMs) }),
  );
  return answer.access_token;
}

/** Issuers tell it at one of these places, or at both. */
async function metadataOf(issuer: string): Promise<Response> {
  const ask = (place: string) => fetch(`${issuer}/.well-known/${place}`, { signal: AbortSignal.timeout(timeoutMs) });
  const found = await ask("oauth-authorization-server");
  return found.status === 404 ? ask("openid-configuration") : found;
}

async function read<Answer>(response: Response): Promise<Answer> {
  const answer = (await response.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return null;
    throw error;
  })) as (Answer & { error?: string }) | null;
  if (!response.ok || !answer) throw new TokenRefusal(answer?.error ?? String(response.status));
  return answer;
}
