import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type JWK, type JWTPayload, SignJWT } from "jose";
import { publicPart } from "../foundation/rights/key-file.ts";
import { remoteKeys } from "../foundation/rights/remote-keys.ts";

/** Seconds since 1970, as JWT claims count. */
export const now = () => Math.floor(Date.now() / 1000);

/** What the RFC 9068 asks of an access token, for this hub. */
export function claimsOf(issuer: string, changes: JWTPayload = {}): JWTPayload {
  const times = { iat: now(), exp: now() + 600 };
  return {
    iss: issuer,
    aud: "cdsf-hub",
    client_id: "cd52",
    sub: "cd52",
    jti: crypto.randomUUID(),
    scope: "inspections:read",
    ...times,
    ...changes,
  };
}

export function sign(payload: JWTPayload, key: JWK, header: object = {}): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: key.alg!, kid: key.kid!, typ: "at+jwt", ...header }).sign(key);
}

/** An issuer that has nothing of the hub: a JWKS over HTTP, whose keys come and go; it comes back on the port it had. */
export async function startIssuer(...published: JWK[]) {
  let server: Server | undefined;
  let port = 0;
  let fetched = 0;

  async function start(): Promise<void> {
    server = createServer((_, response) => {
      fetched++;
      response.writeHead(200, { "content-type": "application/jwk-set+json" });
      response.end(JSON.stringify({ keys: published.map(publicPart) }));
    });
    await new Promise<void>((done) => server!.listen(port, "127.0.0.1", done));
    port = (server.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    server?.closeAllConnections();
    await new Promise((done) => server?.close(done));
  }

  await start();
  const issuer = `http://127.0.0.1:${port}`;
  return {
    /** The keys that the JWKS holds. */
    published,
    /** How often the JWKS was fetched. */
    fetched: () => fetched,
    trusted: { issuer, keys: remoteKeys(`${issuer}/jwks`) },
    token: (key: JWK, changes: JWTPayload = {}, header: object = {}) => sign(claimsOf(issuer, changes), key, header),
    start,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;
