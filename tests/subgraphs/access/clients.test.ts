import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "../../command.ts";
import { copyOfSample } from "../../hub.ts";
import { openRegistry } from "./registry.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
let registry: Awaited<ReturnType<typeof openRegistry>>;
beforeAll(async () => {
  database = await copyOfSample();
  registry = await openRegistry(database.url);
});
afterAll(async () => {
  await registry.close();
  await database.drop();
});

const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed = generateKeyPairSync("ed25519");
const [old, next] = [
  { ...ec.publicKey.export({ format: "jwk" }), kid: "2025" },
  { ...ed.publicKey.export({ format: "jwk" }), kid: "2026" },
];
const rsa = { ...generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" }), kid: "rsa" };
const secret = { ...ec.privateKey.export({ format: "jwk" }), kid: "2025" };

function client(cells: Record<string, string> = {}): Record<string, string> {
  return { id: "cd53", organisme: "CD de la Mayenne", type: "PARTNER_SYSTEM", contact: "pmi@cd53.example", cles: "", ...cells };
}

async function keysOf(id: string): Promise<unknown[]> {
  const { data } = await registry.ask(null, "{ issuerClients { id keys } }");
  return data.issuerClients.find((found: { id: string }) => found.id === id).keys.map((key: string) => JSON.parse(key));
}

test("a client rotates its keys: one, both, then the new one", async () => {
  for (const keys of [[old], [old, next], [next]]) {
    const cles = JSON.stringify(keys.length === 2 ? { keys } : keys);
    expect(await registry.importRows("clients", [client({ cles })])).toMatchObject({ accepted: 1, written: true });
    expect(await keysOf("cd53")).toEqual(keys);
  }
});

test.each([
  ["id", "CD 53", /2 à 40 minuscules/],
  ["id", "../keys", /2 à 40 minuscules/],
  ["organisme", " ", /cellule vide/],
  ["type", "ANONYMOUS", /"PARTNER_SYSTEM"/],
  ["contact", "la PMI", /l'adresse électronique d'un service/],
  ["cles", "-----BEGIN PUBLIC KEY-----", /un JWKS en JSON/],
  ["cles", "[1]", /un JWKS en JSON/],
  ["cles", JSON.stringify([old, next, { ...next, kid: "2027" }]), /deux clés au plus/],
  ["cles", JSON.stringify([old, { ...next, kid: "2025" }]), /le même « kid »/],
  ["cles", JSON.stringify([{ ...old, kid: undefined }]), /ES256 .* ou EdDSA .* « kid »/],
  ["cles", JSON.stringify([{ ...old, y: old!.x }]), /ES256 .* ou EdDSA/],
  ["cles", JSON.stringify([rsa]), /ES256 .* ou EdDSA/],
])("the cell %s = %s is refused, with the reason", async (column, cell, reason) => {
  const { rejected, written } = await registry.importRows("clients", [client({ [column]: cell })]);
  expect(rejected).toMatchObject([{ line: 2, column, reason: expect.stringMatching(reason) }]);
  expect(written).toBe(false);
});

test.each([{ keys: [secret] }, [{ kty: "oct", k: secret.d, kid: "shared" }]])(
  "a secret is refused, and printed nowhere (%#)",
  async (cles) => {
    const folder = mkdtempSync(join(tmpdir(), "clients-"));
    const path = join(folder, "clients.json");
    writeFileSync(path, JSON.stringify([{ ...client(), cles }]));
    const { code, stdout, stderr } = await startCommand("commands/import.ts", ["access", "clients", path], {
      DATABASE_URL: database.url,
    }).ended;
    const said = stdout + stderr + readFileSync(`${path}.rejected.csv`, "utf8");
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(said).toContain("ligne 1, colonne « cles », valeur « (non affichée) » : une clé privée se trouve dans la cellule");
    expect(said).not.toContain(secret.d);
  },
);
