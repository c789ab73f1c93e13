import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt, decodeProtectedHeader, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyFile, publicPart, readKey, readOrMakeKey } from "../../../foundation/rights/key-file.ts";
import { requestToken } from "../../../foundation/rights/request-token.ts";
import { startCommand } from "../../command.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";

let folder: string;
/** The keys of a client that holds them itself, in the middle of a rotation. */
let rotated: JWK[];
let hub: Hub;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-issuer-"));
  rotated = await Promise.all(["old", "new"].map((name) => readOrMakeKey(keyFile(folder, name), name === "old" ? "ES256" : "EdDSA")));
  hub = await startHub({
    clients: [
      { id: "cd52", scopes: ["inspections:read", "plans:unpublished"] },
      { id: "dashboard", scopes: [] },
      { id: "caf52", scopes: ["observations:withheld"], keys: rotated.map(publicPart) },
    ],
  });
});
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true });
});

const statusWith = async (token: string) => (await hub.query("{ committees { id } }", {}, { authorization: `Bearer ${token}` })).status;

/** What the token endpoint answers to these parameters, beside a sound assertion of cd52. */
async function post(parameters: Record<string, string>, claims: object = {}) {
  const key = (await readKey(keyFile(hub.dataFolder, "clients/cd52")))!;
  const times = { iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 60 };
  const payload = { iss: "cd52", sub: "cd52", aud: "http://localhost/issuer", jti: crypto.randomUUID(), ...times, ...claims };
  const assertion = await new SignJWT(payload).setProtectedHeader({ alg: "ES256", kid: key.kid! }).sign(key);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    ...parameters,
  });
  const response = await fetch(`${hub.url}/issuer/token`, { method: "POST", body, headers: { accept: "text/html" } });
  expect(response.headers.get("set-cookie")).toBeNull();
  return { status: response.status, ...((await response.json()) as { error?: string; access_token?: string }) };
}

test("its tokens are those of the RFC 9068, with the scopes asked for or all, and the hub accepts them", async () => {
  const token = await hub.token("cd52");
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: "at+jwt", alg: "ES256" });
  expect(decodeJwt(token)).toMatchObject({ aud: "cdsf-hub", client_id: "cd52", sub: "cd52", scope: "inspections:read plans:unpublished" });
  expect(await statusWith(token)).toBe(200);
  expect(decodeJwt(await hub.token("cd52", "inspections:read")).scope).toBe("inspections:read");
  expect(decodeJwt(await hub.token("dashboard")).scope).toBeUndefined();
});

test.each([
  ["cd52", "observations:withheld"],
  ["cd52", "inspections:read everything"],
  ["dashboard", "inspections:read"],
  ["dashboard", "openid"],
])("%s does not get « %s »", async (client, scope) => {
  await expect(hub.token(client, scope)).rejects.toThrow("invalid_scope");
});

test("a client in the middle of a rotation is known by both its keys, and by no other", async () => {
  for (const key of rotated) expect(await statusWith(await requestToken({ issuer: `${hub.url}/issuer`, client: "caf52", key }))).toBe(200);
  await expect(requestToken({ issuer: `${hub.url}/issuer`, client: "cd52", key: rotated[0]! })).rejects.toThrow("invalid_client");
  await expect(requestToken({ issuer: `${hub.url}/issuer`, client: "nobody", key: rotated[0]! })).rejects.toThrow("invalid_client");
});

test.each<[string, Record<string, string>, object, string]>([
  ["another grant", { grant_type: "authorization_code", code: "x" }, {}, "unsupported_grant_type"],
  ["another resource", { resource: "https://another.example" }, {}, "invalid_target"],
  ["a secret in place of a key", { client_assertion: "", client_id: "cd52", client_secret: "x" }, {}, "invalid_client"],
  ["an assertion for another issuer", {}, { aud: "https://another.example" }, "invalid_client"],
  ["an assertion that has expired", {}, { exp: 1_700_000_000 }, "invalid_client"],
])("%s is refused", async (_, parameters, claims, error) => {
  expect(await post(parameters, claims)).toMatchObject({ status: expect.toSatisfy((status) => status >= 400 && status < 500), error });
});

test("an assertion serves once", async () => {
  const jti = crypto.randomUUID();
  expect((await post({}, { jti })).access_token).toBeTruthy();
  expect((await post({}, { jti })).error).toBe("invalid_client");
});

test("it has no pages", async () => {
  for (const path of ["", "/auth", "/me", "/session/end", "/interaction/x", "/token"])
    expect((await fetch(`${hub.url}/issuer${path}`)).status, path).toBe(404);
});

test("the private keys are files that only the hub's account reads, and nothing else is left beside them", async () => {
  const keys = join(hub.dataFolder, "keys");
  expect((await readdir(keys, { recursive: true })).toSorted()).toEqual([
    "clients",
    "clients/cd52.json",
    "clients/dashboard.json",
    "development-issuer.json",
  ]);
  for (const name of ["clients/cd52.json", "development-issuer.json"]) expect((await stat(join(keys, name))).mode & 0o777).toBe(0o600);
  const published = await (await fetch(`${hub.url}/issuer/jwks`)).text();
  expect(published).not.toContain('"d"');
});

test("all who make a key at once have the same one", async () => {
  const path = keyFile(join(folder, "missing"), "race");
  const made = await Promise.all(Array.from({ length: 10 }, () => readOrMakeKey(path, "ES256")));
  expect(new Set(made.map(({ d }) => d)).size).toBe(1);
  expect(await readdir(join(folder, "missing/keys"))).toEqual(["race.json"]);
});

test("npm start has it, silently, and never in production", async () => {
  const database = await copyOfSample();
  const start = (env: Record<string, string>) =>
    startCommand("commands/start.ts", [], { PORT: "0", DATABASE_URL: database.url, DATA_FOLDER: join(folder, "start"), ...env });
  try {
    await using development = start({});
    await using production = start({ NODE_ENV: "production" });
    await using forced = start({ NODE_ENV: "production", DEVELOPMENT_ISSUER: "true" });
    expect((await fetch(`${await development.address()}/issuer/jwks`)).status).toBe(200);
    expect(development.stdout() + development.stderr()).not.toMatch(/oidc|warning/i);
    expect((await fetch(`${await production.address()}/issuer/jwks`)).status).toBe(404);
    expect(await forced.ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Configuration : DEVELOPMENT_ISSUER : .* interdit en production/),
    });
  } finally {
    await database.drop();
  }
});
