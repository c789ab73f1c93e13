import type { JSONWebKeySet, JWK } from "jose";
import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
/** Several, separated by commas. */
const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );
const port = z.coerce.number().int().min(0).max(65535);

/** Several `name=url`, separated by commas. */
const urlsByName = (name: RegExp, expected: string) =>
  z
    .string()
    .default("")
    .transform((list, issue) => {
      const urls: Record<string, string> = {};
      for (const pair of list.split(",").filter(Boolean)) {
        const at = pair.search(/=https?:/);
        const [key, url] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
        if (at > 0 && name.test(key) && URL.canParse(url)) urls[key] = url;
        else issue.addIssue({ code: "custom", message: `« ${pair} » : attendu ${expected}` });
      }
      return urls;
    });

function parsed(text: string): (JWK & Partial<JSONWebKeySet>) | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const settings = z
  .object({
    DATABASE_URL: z.string().min(1).optional(),
    /** A login that owns nothing, under which requests are served. */
    READER_DATABASE_URL: z.string().min(1).optional(),
    HOST: z.string().default("127.0.0.1"),
    PORT: port.default(4000),
    DATA_FOLDER: z.string().default(".data"),
    SAMPLE_DATA: flag.optional(),
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    /** How long the access journal is kept. */
    JOURNAL_MONTHS: z.coerce.number().int().min(1).max(120).default(12),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    /** Addresses or networks. */
    TRUSTED_PROXIES: list,
    /** Such as https://tableau-de-bord.example. */
    CORS_ORIGINS: list.refine(
      (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      "attendu des origines, séparées par des virgules : https://tableau-de-bord.example",
    ),
    /** The subgraphs that run apart. */
    SUBGRAPH_URLS: urlsByName(/^[a-z-]+$/, "nom=http://machine:port/graphql"),
    /** The issuers whose access tokens are accepted, and where their keys are. */
    TOKEN_ISSUERS: urlsByName(/^https?:\/\/[^=]+$/, "https://émetteur=https://émetteur/jwks"),
    TOKEN_AUDIENCE: z.string().min(1).default("cdsf-hub"),
    TOKEN_MAX_SECONDS: z.coerce.number().int().min(60).default(3600),
    DEVELOPMENT_ISSUER: flag.optional(),
    /** What the gateway signs its calls with. */
    GATEWAY_KEY: z
      .string()
      .refine((text) => parsed(text)?.crv === "Ed25519" && parsed(text)?.d, "attendu une clé privée Ed25519 au format JWK (JSON)")
      .transform((text) => parsed(text) as JWK)
      .optional(),
    /** With what a subgraph that runs apart knows the gateway. */
    GATEWAY_JWKS: z
      .string()
      .transform((text) => (/^https?:/.test(text) && URL.canParse(text) ? text : (parsed(text) as JSONWebKeySet)))
      .refine((jwks) => typeof jwks === "string" || jwks?.keys, "attendu l'adresse d'un JWKS, ou son contenu (JSON)")
      .optional(),
  })
  .refine(({ DATABASE_URL, READER_DATABASE_URL }) => DATABASE_URL || !READER_DATABASE_URL, {
    path: ["READER_DATABASE_URL"],
    message: "elle accompagne DATABASE_URL, qui manque",
  })
  .refine(({ DEVELOPMENT_ISSUER, NODE_ENV }) => !(DEVELOPMENT_ISSUER && NODE_ENV === "production"), {
    path: ["DEVELOPMENT_ISSUER"],
    message: "l'émetteur de développement est interdit en production (NODE_ENV=production) : déclarez vos émetteurs dans TOKEN_ISSUERS",
  });

/** Reads variables once; where one does not fit, says so and ends the process. */
function checked<T>(variables: z.ZodType<T>, environment: NodeJS.ProcessEnv = process.env): T {
  const read = variables.safeParse(environment);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) console.error(`Configuration : ${path.join(".")} : ${message}`);
  process.exit(1);
}

/** A table of whole numbers, each of which the environment may set: `maxBodyBytes` is MAX_BODY_BYTES. */
export function readNumbers<Name extends string>(defaults: Record<Name, number>): Readonly<Record<Name, number>> {
  const names = Object.keys(defaults) as Name[];
  const variable = (name: string) => name.replace(/[A-Z]/g, "_$&").toUpperCase();
  const numbers = names.map((name) => [variable(name), z.coerce.number().int().positive().default(defaults[name])] as const);
  const values = checked(z.object(Object.fromEntries(numbers)));
  return Object.freeze(Object.fromEntries(names.map((name) => [name, values[variable(name)]])) as Record<Name, number>);
}

/** Everything the environment may set, but for the limits of the gateway. */
function readConfig() {
  const values = checked(settings);
  delete process.env.LOG_LEVEL; // the gateway's runtime reads it too, and knows fewer levels
  return Object.freeze({
    databaseUrl: values.DATABASE_URL,
    readerDatabaseUrl: values.READER_DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    dataFolder: values.DATA_FOLDER,
    /** Whether an empty database receives the sample files. */
    sampleData: values.SAMPLE_DATA ?? values.NODE_ENV !== "production",
    journalMonths: values.JOURNAL_MONTHS,
    /** Whether callers without a token may read the schema. */
    openIntrospection: values.NODE_ENV !== "production",
    logLevel: values.LOG_LEVEL,
    redisUrl: values.REDIS_URL,
    /** Proxies whose X-Forwarded-For is believed. */
    trustedProxies: values.TRUSTED_PROXIES,
    /** Sites whose pages may call the graph. */
    corsOrigins: values.CORS_ORIGINS,
    subgraphUrls: values.SUBGRAPH_URLS,
    /** JWKS URLs of the issuers, by the `iss` of their tokens. */
    tokenIssuers: values.TOKEN_ISSUERS,
    tokenAudience: values.TOKEN_AUDIENCE,
    tokenMaxSeconds: values.TOKEN_MAX_SECONDS,
    gatewayKey: values.GATEWAY_KEY,
    /** The URL of the gateway's JWKS, or the JWKS itself. */
    gatewayJwks: values.GATEWAY_JWKS,
    developmentIssuer: values.DEVELOPMENT_ISSUER ?? values.NODE_ENV !== "production",
  });
}

export type Config = ReturnType<typeof readConfig>;

export const config: Config = readConfig();
