import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyFile, readOrMakeKey } from "../../foundation/rights/key-file.ts";
import { startCommand } from "../command.ts";
import { type Hub, startHub } from "../hub.ts";

let folder: string;
let hub: Hub;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-token-"));
  hub = await startHub({ clients: [{ id: "cd52", scopes: ["inspections:read", "plans:unpublished"] }] });
  await readOrMakeKey(keyFile(hub.dataFolder, "clients/stranger"), "ES256");
});
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true });
});

async function run(args: string[], env: Record<string, string> = {}) {
  await using command = startCommand("commands/token.ts", args, {
    DATA_FOLDER: hub.dataFolder,
    PORT: new URL(hub.url).port,
    ...env,
  });
  return await command.ended;
}

test("npm prints the token and nothing else, and the hub accepts it", async () => {
  const env = { ...process.env, DATA_FOLDER: hub.dataFolder, PORT: new URL(hub.url).port };
  const { stdout } = await promisify(execFile)("npm", ["run", "-s", "token", "--", "--client", "cd52"], { env });
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const { status, data } = await hub.query(
    "{ regions: territories(level: REGION, first: 100) { nodes { code } } }",
    {},
    { authorization: `Bearer ${stdout.trim()}` },
  );
  expect({ status, regions: data.regions.nodes.length }).toEqual({ status: 200, regions: expect.toSatisfy((count) => count > 10) });
});

test("--scope asks for less, and --url names the hub", async () => {
  const { code, stdout } = await run(["--client", "cd52", "--scope", "plans:unpublished", "--url", hub.url], { PORT: "1" });
  expect(code).toBe(0);
  expect(decodeJwt(stdout).scope).toBe("plans:unpublished");
});

test.each<[string, string[], Record<string, string>, RegExp]>([
  ["an unknown client", ["--client", "cd53"], {}, /^Pas de clé privée pour le client « cd53 » dans .*keys\/clients/],
  ["another folder", ["--client", "cd52"], { DATA_FOLDER: "/nowhere" }, /^Pas de clé privée .* \/nowhere\/keys\/clients/],
  ["a name that is a path", ["--client", "../development-issuer"], {}, /ne peut pas être l'identifiant d'un client/],
  ["a client that this hub does not know", ["--client", "stranger"], {}, /^Ce hub ne connaît pas ce client/],
  ["a scope that was not granted", ["--client", "cd52", "--scope", "access-journal:read"], {}, /n'a pas toutes les portées/],
  ["no hub", ["--client", "cd52"], { PORT: "1" }, /^Aucun hub ne répond à http:\/\/127\.0\.0\.1:1 : démarrez-le/],
  ["an address that is none", ["--client", "cd52", "--url", "hub"], {}, /^« hub » n'est pas l'adresse d'un hub/],
  ["no client", [], {}, /^L'option --client <client> est obligatoire : l'option --help dit ce qui est attendu\.$/m],
  ["an option without its value", ["--client"], {}, /^L'option --client <client> attend une valeur/],
  ["an unknown option", ["--client", "cd52", "--scopes", "x"], {}, /^L'option --scopes n'existe pas/],
])("%s: one sentence and exit code 1", async (_, args, env, sentence) => {
  const { code, stdout, stderr } = await run(args, env);
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
});

test.each([
  ["without an issuer", 404, "{}", /^Ce hub n'a pas d'émetteur de développement/],
  ["that answers a page", 200, "<html>", /^L'émetteur de http.* refuse/],
])("a server %s: one sentence and exit code 1", async (_, status, body, sentence) => {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { code, stderr } = await run(["--client", "cd52"], { PORT: String((server.address() as AddressInfo).port) });
  server.close();
  expect(stderr).toMatch(sentence);
  expect(code).toBe(1);
});

test("a server that never answers: one sentence and exit code 1", async () => {
  const server = createServer(() => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { code, stderr } = await run(["--client", "cd52"], { PORT: String((server.address() as AddressInfo).port) });
  server.close().closeAllConnections();
  expect(stderr).toMatch(/^Le hub de http.* est trop lent à répondre : réessayez/);
  expect(code).toBe(1);
});
