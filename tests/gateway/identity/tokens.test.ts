import { generateSecret, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeKey, publicPart } from "../../../foundation/rights/key-file.ts";
import { startCommand } from "../../command.ts";
import { type Hub, startHub } from "../../hub.ts";
import { claimsOf, type Issuer, now, sign, startIssuer } from "../../issuer.ts";

const key = await makeKey("ES256");
const edwards = await makeKey("EdDSA");
const stranger = await makeKey("ES256");

let issuer: Issuer;
let other: Issuer;
let hub: Hub;
beforeAll(async () => {
  issuer = await startIssuer(key, edwards);
  other = await startIssuer(stranger);
  hub = await startHub({ issuers: [issuer.trusted, other.trusted] });
});
afterAll(async () => {
  await hub?.close();
  await issuer?.stop();
  await other?.stop();
});
afterEach(() => void vi.useRealTimers());

/** The clock alone is set: what waits goes on waiting. */
const setClock = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: ms });

const ask = (authorization: string, on = hub) =>
  on.query('{ department: territory(level: DEPARTMENT, code: "52") { name } }', {}, { authorization });

async function expectAccepted(token: string, on = hub) {
  expect(await ask(`Bearer ${token}`, on)).toMatchObject({ status: 200, data: { department: { name: "Haute-Marne" } } });
}

async function expectRefused(authorization: string, reason: RegExp, on = hub) {
  const response = await fetch(`${on.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: '{"query":"{ committees { id } }"}',
  });
  const text = await response.text();
  expect(JSON.parse(text)).toEqual({
    errors: [
      { message: expect.stringMatching(/^Le jeton d'accès est refusé : .*données ouvertes\.$/), extensions: { code: "INVALID_TOKEN" } },
    ],
  });
  expect(text).toMatch(reason);
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
  for (const part of authorization.split(/[ .]/).filter(({ length }) => length > 8)) {
    expect(text).not.toContain(part);
    expect(JSON.stringify(on.log)).not.toContain(part);
  }
}

test("tokens of each issuer, in ES256 and EdDSA, are accepted; with no token the data are open", async () => {
  await expectAccepted(await issuer.token(key));
  await expectAccepted(await issuer.token(edwards, { aud: ["another-hub", "cdsf-hub"], scope: undefined }));
  await expectAccepted(await issuer.token(key, {}, { typ: "application/at+jwt" }));
  await expectAccepted(await other.token(stranger));
  expect((await hub.query("{ committees { id } }")).status).toBe(200);
});

test("npm start takes its issuers and its name from the environment", async () => {
  const { issuer: name } = issuer.trusted;
  await using started = startCommand("commands/start.ts", [], {
    PORT: "0",
    DATABASE_URL: hub.databaseUrl,
    DEVELOPMENT_ISSUER: "false",
    TOKEN_ISSUERS: `https://issuer.example=https://issuer.example/jwks,${name}=${name}/jwks`,
    TOKEN_AUDIENCE: "another-hub",
  });
  const url = `${await started.address()}/graphql`;
  const statusFor = async (aud: string) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${await issuer.token(key, { aud })}` };
    return (await fetch(url, { method: "POST", headers, body: '{"query":"{ __typename }"}' })).status;
  };
  expect(await statusFor("another-hub")).toBe(200);
  expect(await statusFor("cdsf-hub")).toBe(401);
});

test.each<[string, JWTPayload, RegExp]>([
  ["of another audience", { aud: "another-hub" }, /\(aud\)/],
  ["without an audience", { aud: undefined }, /\(aud\)/],
  ["of an unknown issuer", { iss: "https://issuer.example" }, /ne connaît pas son émetteur/],
  ["of no issuer", { iss: undefined }, /ne connaît pas son émetteur/],
  ["without an end", { exp: undefined }, /\(exp\)/],
  ["without a date", { iat: undefined }, /\(iat\)/],
  ["not valid yet", { nbf: now() + 300 }, /\(nbf\)/],
  ["that lives too long", { exp: now() + 7200 }, /plus de 3600 secondes/],
  ["without a client", { client_id: undefined }, /client_id/],
  ["with a client that is no text", { client_id: ["cd52"] }, /client_id/],
  ["without a subject", { sub: undefined }, /« sub »/],
  ["without an identifier", { jti: undefined }, /« jti »/],
  ["with scopes in a list", { scope: ["inspections:read"] }, /« scope »/],
])("a token %s is refused", async (_, changes, reason) => {
  await expectRefused(`Bearer ${await issuer.token(key, changes)}`, reason);
});

test.each<[string, object, RegExp]>([
  ["an ID token's type", { typ: "JWT" }, /at\+jwt/],
  ["no type", { typ: undefined }, /at\+jwt/],
  ["another key's name", { kid: edwards.kid }, /\(kid\)/],
  ["a path for a key's name", { kid: "../../../../dev/null" }, /\(kid\)/],
  ["a URL for a key's name", { kid: "http://127.0.0.1:1/jwks" }, /\(kid\)/],
  ["a key set of its own", { kid: "mine", jku: "http://127.0.0.1:1/jwks", jwk: publicPart(stranger) }, /\(kid\)/],
  ["an extension nobody knows", { crit: ["policy"], policy: 1 }, /bien formé/],
])("a token whose header has %s is refused", async (_, header, reason) => {
  const payload = claimsOf(issuer.trusted.issuer);
  const signed = new SignJWT(payload).setProtectedHeader({ alg: "ES256", kid: key.kid!, typ: "at+jwt", ...header });
  const token = await signed.sign(key, { crit: { policy: true } });
  await expectRefused(`Bearer ${token}`, reason);
});

test("a signature that is missing, of another key, another algorithm, or changed afterwards is refused", async () => {
  const payload = claimsOf(issuer.trusted.issuer);
  await expectRefused(`Bearer ${await sign(payload, { ...stranger, kid: key.kid! })}`, /signature est fausse/);
  await expectRefused(`Bearer ${await issuer.token(stranger)}`, /\(kid\)/);
  await expectRefused(`Bearer ${await other.token(key)}`, /\(kid\)/);
  await expectRefused(`Bearer ${new UnsecuredJWT(payload).encode()}`, /ni en ES256 ni en EdDSA|bien formé/);
  const confused = new SignJWT(payload).setProtectedHeader({ alg: "HS256", kid: key.kid!, typ: "at+jwt" });
  await expectRefused(`Bearer ${await confused.sign(Buffer.from(JSON.stringify(publicPart(key))))}`, /ni en ES256 ni en EdDSA/);
  await expectRefused(`Bearer ${await confused.sign(await generateSecret("HS256"))}`, /ni en ES256 ni en EdDSA/);
  const [header, , signature] = (await issuer.token(key)).split(".");
  const forged = Buffer.from(JSON.stringify({ ...payload, client_id: "pref52" })).toString("base64url");
  await expectRefused(`Bearer ${header}.${forged}.${signature}`, /signature est fausse/);
});

test.each(["", "Bearer", "Bearer ", "Basic Y2Q1MjpzZWNyZXQ=", "Bearer a b", "Bearer é", "Bearer nonsense", "Bearer a.b.c", "cd52"])(
  "the header « authorization: %s » does not pass for an anonymous caller",
  (authorization) => expectRefused(Buffer.from(authorization).toString("latin1"), /Bearer <jeton>|bien formé/),
);

test("clocks may differ by 59 seconds, not by 61", async () => {
  const issued = Date.now();
  const token = await issuer.token(key, { exp: now() + 600 });
  setClock(issued - 59_000);
  await expectAccepted(token);
  setClock(issued + 659_000);
  await expectAccepted(token);
  setClock(issued - 61_000);
  await expectRefused(`Bearer ${token}`, /\(iat\)/);
  setClock(issued + 661_000);
  await expectRefused(`Bearer ${token}`, /il a expiré/);
});

test("a new key is fetched when it is first met, and a withdrawn one stops being trusted within minutes", async () => {
  const [old, fresh] = [await makeKey("ES256"), await makeKey("ES256")];
  await using rotating = await startIssuer(old);
  await using own = await startHub({ issuers: [rotating.trusted] });
  await expectAccepted(await rotating.token(old), own);
  rotating.published.push(fresh);
  setClock(Date.now() + 31_000); // one look at the keys in 30 seconds, whoever asks
  await expectAccepted(await rotating.token(fresh), own);
  await expectAccepted(await rotating.token(old), own);
  rotating.published.shift();
  setClock(Date.now() + 6 * 60_000);
  await expectRefused(`Bearer ${await rotating.token(old)}`, /\(kid\)/, own);
  await expectAccepted(await rotating.token(fresh), own);
});

test("many tokens of unknown keys make the hub ask the issuer once", async () => {
  await using calm = await startIssuer(key);
  await using own = await startHub({ issuers: [calm.trusted] });
  const token = await calm.token(stranger);
  await Promise.all(Array.from({ length: 20 }, () => expectRefused(`Bearer ${token}`, /\(kid\)/, own)));
  expect(calm.fetched()).toBe(1);
});

test("an issuer that does not answer locks out no known key; an unknown one is told to come back", async () => {
  await using failing = await startIssuer(key);
  await using own = await startHub({ issuers: [failing.trusted] });
  await failing.stop();
  const unavailable = { status: 503, errors: [{ extensions: { code: "ISSUER_UNAVAILABLE" } }] };
  expect(await ask(`Bearer ${await failing.token(key)}`, own)).toMatchObject(unavailable);
  await failing.start();
  await expectAccepted(await failing.token(key), own);
  await failing.stop();
  setClock(Date.now() + 24 * 3600_000);
  await expectAccepted(await failing.token(key), own);
  expect(await ask(`Bearer ${await failing.token(edwards)}`, own)).toMatchObject(unavailable);
});
