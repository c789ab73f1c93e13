import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { StartError } from "../start-error.ts";

export type Algorithm = "ES256" | "EdDSA";

/** Where the private key of this name is kept. */
export const keyFile = (dataFolder: string, name: string) => join(dataFolder, "keys", `${name}.json`);

/** The private key in a file. @returns null where there is no file. @throws StartError where it holds something else. */
export async function readKey(path: string): Promise<JWK | null> {
  try {
    const jwk = JSON.parse(await readFile(path, "utf8")) as JWK;
    if (jwk.d && jwk.kid) return jwk;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new StartError(`La clé ${path} est illisible : supprimez ce fichier, le hub en fera une autre à son prochain démarrage.`);
}

/** The private key in a file, made where there is none: readable by this account only, and one for all who start at once. */
export async function readOrMakeKey(path: string, algorithm: Algorithm): Promise<JWK> {
  const known = await readKey(path);
  if (known) return known;
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${crypto.randomUUID()}.partial`;
  await writeFile(partial, JSON.stringify(await makeKey(algorithm)), { mode: 0o600, flag: "wx" });
  await link(partial, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(partial);
  return (await readKey(path))!;
}

export async function makeKey(algorithm: Algorithm): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return named(await exportJWK(privateKey), algorithm);
}

/** A key with its thumbprint for a name, unless it has one. */
export async function named(jwk: JWK, alg: Algorithm): Promise<JWK> {
  return { kid: await calculateJwkThumbprint(jwk), alg, use: "sig", ...jwk };
}

/** What others may know of a private key. */
export function publicPart({ d: _, ...jwk }: JWK): JWK {
  return jwk;
}
