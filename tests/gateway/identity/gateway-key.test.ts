import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeKey, publicPart } from "../../../foundation/rights/key-file.ts";
import { ClientKind, openData } from "../../../foundation/rights/rights.ts";
import { openGatewayKey } from "../../../gateway/identity/gateway-key.ts";
import { type Command, startCommand } from "../../command.ts";
import { gatewayKey, signCall } from "../../gateway-key.ts";
import { copyOfSample, startHub } from "../../hub.ts";
import { now } from "../../issuer.ts";
import { type Apart, startApart } from "../../subgraph-apart.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
let msa: Apart;
let folder: string;
beforeAll(async () => {
  database = await copyOfSample();
  msa = await startApart("msa", database.url);
  folder = await mkdtemp(join(tmpdir(), "hub-key-"));
});
afterAll(async () => {
  await msa?.stop();
  await database?.drop();
  await rm(folder, { recursive: true });
});

async function call(authorization?: string, url = msa.url) {
  const headers = { "content-type": "application/json", ...(authorization !== undefined && { authorization }) };
  const response = await fetch(url, { method: "POST", headers, body: '{"query":"{ _service { sdl } }"}' });
  return { status: response.status, ...((await response.json()) as { data?: any; errors?: any[] }) };
}

async function expectRefused(authorization?: string) {
  expect(await call(authorization)).toEqual({
    status: 401,
    errors: [{ message: expect.stringMatching(/^Ce sous-graphe ne répond qu'à la passerelle/), extensions: { code: "GATEWAY_ONLY" } }],
  });
}

/** What the gateway would send, but for these changes. */
const forged = (claims: JWTPayload, header: object = {}, key = gatewayKey) =>
  new SignJWT({ rights: openData, iss: "gateway", aud: "msa", iat: now(), exp: now() + 60, ...claims })
    .setProtectedHeader({ alg: "EdDSA", typ: "cdsf-call+jwt", kid: gatewayKey.kid!, ...header })
    .sign(key);

test("a subgraph apart answers the gateway's token for it, and its health to all", async () => {
  expect((await call(`Bearer ${await signCall("msa", openData)}`)).data._service.sdl).toContain("type RuralProgramme");
  expect((await call(`Bearer ${await forged({})}`)).status).toBe(200);
  for (const path of ["/health/live", "/health/ready"]) expect((await fetch(new URL(path, msa.url))).status).toBe(200);
});

test("a subgraph apart refuses everyone else, GET included", async () => {
  const stranger = await makeKey("EdDSA");
  await expectRefused();
  await expectRefused("");
  await expectRefused("Bearer nonsense");
  await expectRefused(`Bearer ${await signCall("pmi", openData)}`);
  await expectRefused(`Bearer ${await forged({ exp: now() - 31 })}`);
  await expectRefused(`Bearer ${await forged({ exp: undefined })}`);
  await expectRefused(`Bearer ${await forged({ iss: "subgraph" })}`);
  await expectRefused(`Bearer ${await forged({ rights: undefined })}`);
  await expectRefused(`Bearer ${await forged({}, { typ: "at+jwt" })}`);
  await expectRefused(`Bearer ${await forged({}, {}, stranger)}`);
  await expectRefused(`Bearer ${await forged({}, { kid: stranger.kid }, stranger)}`);
  expect((await fetch(`${msa.url}?query={__typename}`, { headers: { "apollo-require-preflight": "1" } })).status).toBe(401);
});

/** A subgraph that says what it was sent. */
async function listener() {
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    headers.push(request.headers);
    request
      .resume()
      .on("end", () => response.writeHead(200, { "content-type": "application/json" }).end('{"data":{"ruralProgramme":null}}'));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { url, headers, [Symbol.asyncDispose]: async () => void server.close().closeAllConnections() };
}

const question = '{ ruralProgramme(id: "none") { id } }';

async function askVia(gateway: Command): Promise<unknown> {
  const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: question }) };
  return (await fetch(`${await gateway.address()}/graphql`, request)).json();
}

test("with each call the gateway sends the caller's rights, never the caller's own token", async () => {
  await using subgraph = await listener();
  await using hub = await startHub({ databaseUrl: database.url, urls: { msa: subgraph.url }, clients: [{ id: "cd52", scopes: [] }] });
  const token = await hub.token("cd52");
  await expectRefused(`Bearer ${token}`);
  await hub.query(question, {}, { authorization: `Bearer ${token}` });
  await hub.query(question);
  const sent = subgraph.headers.map(({ authorization }) => authorization!.replace("Bearer ", ""));
  expect(sent.map((each) => decodeJwt(each))).toMatchObject([
    { iss: "gateway", aud: "msa", rights: { client: "cd52", kind: ClientKind.PARTNER_SYSTEM, grants: [] } },
    { rights: openData },
  ]);
  expect(JSON.stringify(subgraph.headers)).not.toContain(token);
  const { exp, iat } = decodeJwt(sent[0]!);
  expect(exp! - iat!).toBe(60);
});

test("a signature serves for half its life, for the same caller and the same subgraph", async () => {
  const started = Date.now();
  const signedAfter = async (seconds: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: started + seconds * 1000 });
    return signCall("msa", caller).finally(() => vi.useRealTimers());
  };
  const caller = { ...openData, client: "cd52" };
  const first = await signedAfter(0);
  expect(await signedAfter(29)).toBe(first);
  expect(await signedAfter(31)).not.toBe(first);
  expect(await signCall("pmi", caller)).not.toBe(await signCall("msa", caller));
  expect(decodeJwt(await signCall("msa", { ...caller, client: "pref52" }))).toMatchObject({ rights: { client: "pref52" } });
});

test("the gateway alone sends no token where it has no key", async () => {
  await using subgraph = await listener();
  const env = { SUBGRAPH_URLS: `msa=${subgraph.url}`, DATA_FOLDER: join(folder, "empty") };
  await using gateway = startCommand("commands/gateway.ts", ["--port", "0"], env);
  await askVia(gateway);
  expect(subgraph.headers).toHaveLength(1);
  expect(subgraph.headers[0]!.authorization).toBeUndefined();
});

test("a hub whose key the subgraph does not know says that the partner is unavailable, and why in its log", async () => {
  await using stranger = startCommand("commands/gateway.ts", ["--port", "0"], {
    SUBGRAPH_URLS: `msa=${msa.url}`,
    GATEWAY_KEY: JSON.stringify(await makeKey("EdDSA")),
  });
  expect(await askVia(stranger)).toMatchObject({ errors: [{ extensions: { code: "SOURCE_UNAVAILABLE", source: "msa" } }] });
  await expect.poll(stranger.stdout).toContain("Ce sous-graphe ne répond qu'à la passerelle");
});

test("a subgraph finds the gateway's key by URL, a new one too, or in the data folder that it shares", async () => {
  await using hub = await startHub({ databaseUrl: database.url, urls: { msa: msa.url } });
  const published = await (await fetch(`${hub.url}/.well-known/jwks.json`)).json();
  expect(published).toEqual({ keys: [publicPart(gatewayKey)] });

  const serve = (env: Record<string, string>) =>
    startCommand("commands/subgraph.ts", ["msa"], { PORT: "0", DATABASE_URL: database.url, DATA_FOLDER: folder, ...env });
  await using byUrl = serve({ GATEWAY_JWKS: `${hub.url}/.well-known/jwks.json` });
  await using byFolder = serve({});
  expect((await call(`Bearer ${await signCall("msa", openData)}`, `${await byUrl.address()}/graphql`)).status).toBe(200);

  const url = `${await byFolder.address()}/graphql`;
  await using gateway = startCommand("commands/gateway.ts", ["--port", "0"], { SUBGRAPH_URLS: `msa=${url}`, DATA_FOLDER: folder });
  expect(await askVia(gateway)).toMatchObject({ data: { ruralProgramme: null } });
  expect((await call(`Bearer ${await (await openGatewayKey(await makeKey("EdDSA"))).sign("msa", openData)}`, url)).status).toBe(401);
});
