import type { JSONWebKeySet, JWK } from "jose";
import { z } from "zod";

/** Kinds of environment variables. What does not fit is said in French, after the variable's name. */

export const text = z.string().min(1, "elle est vide : donnez une valeur, ou retirez-la");

export const flag = z.enum(["true", "false"], "attendu true ou false").transform((value) => value === "true");

export const oneOf = <const Value extends string>(values: readonly Value[]) => z.enum(values, `attendu l'un de ${values.join(", ")}`);

export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER) {
  const expected =
    most === Number.MAX_SAFE_INTEGER
      ? `attendu un nombre entier, ${least} ou plus, en chiffres`
      : `attendu un nombre entier de ${least} à ${most}, en chiffres`;
  return z
    .string()
    .regex(/^\d+$/, expected)
    .transform(Number)
    .refine((number) => number >= least && number <= most, expected);
}

/** Several, separated by commas. */
export const list = z
  .string()
  .default("")
  .transform((several) => parts(several));

/** Several `name=url`, separated by commas. */
export const urlsByName = (name: RegExp, expected: string) =>
  z
    .string()
    .default("")
    .transform((several, issue) => {
      const urls: Record<string, string> = {};
      for (const pair of parts(several)) {
        const at = pair.search(/=https?:/);
        const [key, url] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
        if (at > 0 && name.test(key) && URL.canParse(url)) urls[key] = url;
        else issue.addIssue({ code: "custom", message: `« ${pair} » : attendu ${expected}` });
      }
      return urls;
    });

export const privateKey = z
  .string()
  .refine((json) => parsed(json)?.crv === "Ed25519" && parsed(json)?.d, "attendu une clé privée Ed25519 au format JWK (JSON)")
  .transform((json) => parsed(json) as JWK);

/** A URL, or the keys themselves. */
export const publicKeys = z
  .string()
  .transform((given) => (/^https?:/.test(given) && URL.canParse(given) ? given : (parsed(given) as JSONWebKeySet)))
  .refine((jwks) => typeof jwks === "string" || jwks?.keys, "attendu l'adresse d'un JWKS, ou son contenu (JSON)");

/** A whole number above 0 for each name of the table: `maxBodyBytes` is MAX_BODY_BYTES. */
export function numbersLike<Name extends string>(defaults: Readonly<Record<Name, number>>) {
  const names = Object.keys(defaults) as Name[];
  const variable = (name: string) => name.replace(/[A-Z]/g, "_$&").toUpperCase();
  return z
    .object(Object.fromEntries(names.map((name) => [variable(name), wholeNumber(1).default(defaults[name])])))
    .transform((values) => Object.freeze(Object.fromEntries(names.map((name) => [name, values[variable(name)]])) as Record<Name, number>));
}

const parts = (several: string) =>
  several
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

function parsed(json: string): (JWK & Partial<JSONWebKeySet>) | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
