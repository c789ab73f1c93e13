import { createPublicKey } from "node:crypto";
import { z } from "zod";

const kid = z.string().min(1);

/** The members that are kept: those of a public key that signs with ES256 or EdDSA. */
const publicKey = z.discriminatedUnion("kty", [
  z.object({ kty: z.literal("EC"), crv: z.literal("P-256"), x: z.string(), y: z.string(), kid }),
  z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), kid }),
]);

export type PublicKey = z.output<typeof publicKey>;

/** Members of a JWK that are the secret part of a key (RFC 7518, RFC 8037). */
const privateMembers = ["d", "k", "p", "q", "dp", "dq", "qi", "oth"];

const jwkSet = z.union([z.array(z.looseObject({})), z.object({ keys: z.array(z.looseObject({})) }).transform(({ keys }) => keys)]);

/** Reads a JWKS, `{"keys": […]}` or the bare list, of at most two public keys; an empty cell is an empty list. */
export const publicKeys = z.string().transform((cell, issue): PublicKey[] => {
  const refuse = (message: string) => {
    issue.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  const set = jwkSet.safeParse(cell.trim() === "" ? [] : parsed(cell));
  if (!set.success) return refuse('attendu : un JWKS en JSON, {"keys": […]}, ou une cellule vide');
  if (set.data.some((key) => privateMembers.some((member) => member in key)))
    return refuse(
      "une clé privée se trouve dans la cellule : elle est compromise. Créez une autre paire de clés et ne transmettez que la partie publique",
    );
  if (set.data.length > 2) return refuse("deux clés au plus : l'ancienne et la nouvelle, le temps d'une rotation");
  const keys = z.array(publicKey).safeParse(set.data);
  if (!keys.success || !keys.data.every(isOnCurve))
    return refuse("attendu : des clés publiques ES256 (EC, P-256) ou EdDSA (OKP, Ed25519), chacune avec son « kid »");
  if (new Set(keys.data.map((key) => key.kid)).size < keys.data.length)
    return refuse("deux clés ont le même « kid » : donnez-en un à chacune");
  return keys.data;
});

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return null;
  }
}

function isOnCurve(key: PublicKey): boolean {
  try {
    createPublicKey({ key, format: "jwk" });
    return true;
  } catch {
    return false;
  }
}
