import ipaddr from "ipaddr.js";
import { z } from "zod";
import { defaultBudgets } from "./budgets.ts";
import { type Limits, processLimits, requestLimits } from "./limits.ts";
import { StartError } from "./start-error.ts";
import { flag, list, numbersLike, oneOf, privateKey, publicKeys, text, urlsByName, wholeNumber } from "./variables.ts";

/** Beside other faults too, so that all are told at once. */
const always = () => true;

const settings = z
  .object({
    DATABASE_URL: text.optional(),
    /** A login that owns nothing, under which requests are served. */
    READER_DATABASE_URL: text.optional(),
    HOST: text.default("127.0.0.1"),
    PORT: wholeNumber(0, 65535).default(4000),
    DATA_FOLDER: text.default(".data"),
    SAMPLE_DATA: flag.optional(),
    NODE_ENV: oneOf(["development", "test", "production"]).default("development"),
    /** How long the access journal is kept. */
    JOURNAL_MONTHS: wholeNumber(1, 120).default(12),
    /** Of what serves; its supervisor reads it too. */
    HEAP_MB: wholeNumber(64).optional(),
    LOG_LEVEL: oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: "attendu redis://machine:port" }).optional(),
    TRUSTED_PROXIES: list.refine(
      (proxies) => proxies.every((proxy) => ipaddr.isValid(proxy) || ipaddr.isValidCIDR(proxy)),
      "attendu des adresses ou des réseaux, séparés par des virgules : 10.0.0.1,10.1.0.0/16",
    ),
    /** Such as https://tableau-de-bord.example. */
    CORS_ORIGINS: list.refine(
      (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      "attendu des origines, séparées par des virgules : https://tableau-de-bord.example",
    ),
    /** The subgraphs that run apart. */
    SUBGRAPH_URLS: urlsByName(/^[a-z-]+$/, "nom=http://machine:port/graphql"),
    /** The issuers whose access tokens are accepted, and where their keys are. */
    TOKEN_ISSUERS: urlsByName(/^https?:\/\/[^=]+$/, "https://émetteur=https://émetteur/jwks"),
    TOKEN_AUDIENCE: text.default("cdsf-hub"),
    TOKEN_MAX_SECONDS: wholeNumber(60).default(3600),
    DEVELOPMENT_ISSUER: flag.optional(),
    /** What the gateway signs its calls with. */
    GATEWAY_KEY: privateKey.optional(),
    /** With what a subgraph that runs apart knows the gateway. */
    GATEWAY_JWKS: publicKeys.optional(),
    /** The hub that a subgraph with a base of its own tells its numbers, who gives tokens for it, as whom, and the file of that client's private key. */
    HUB_URL: z.url({ protocol: /^https?$/, error: "attendu l'adresse d'un hub : https://hub.example" }).optional(),
    HUB_ISSUER: z.url({ protocol: /^https?$/, error: "attendu l'adresse d'un émetteur de jetons" }).optional(),
    HUB_CLIENT: text.optional(),
    HUB_CLIENT_KEY: text.optional(),
  })
  .refine(({ HUB_URL, HUB_ISSUER, HUB_CLIENT, HUB_CLIENT_KEY }) => !HUB_URL === !(HUB_ISSUER && HUB_CLIENT && HUB_CLIENT_KEY), {
    path: ["HUB_URL"],
    when: always,
    message: "HUB_URL, HUB_ISSUER, HUB_CLIENT et HUB_CLIENT_KEY vont ensemble : donnez les quatre, ou aucune",
  })
  .refine(({ DATABASE_URL, READER_DATABASE_URL }) => DATABASE_URL || !READER_DATABASE_URL, {
    path: ["READER_DATABASE_URL"],
    when: always,
    message: "elle accompagne DATABASE_URL, qui manque",
  })
  .refine(({ DEVELOPMENT_ISSUER, NODE_ENV }) => !(DEVELOPMENT_ISSUER && NODE_ENV === "production"), {
    path: ["DEVELOPMENT_ISSUER"],
    when: always,
    message: "l'émetteur de développement est interdit en production (NODE_ENV=production) : déclarez vos émetteurs dans TOKEN_ISSUERS",
  });

const variables = z.object({
  settings,
  budgets: numbersLike(defaultBudgets),
  requestLimits: numbersLike(requestLimits),
  processLimits: numbersLike(processLimits),
});

/**
 * All that the environment may set, read once by the command.
 * @throws StartError with a line for each variable that does not fit.
 */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = variables.safeParse({ settings: environment, budgets: environment, requestLimits: environment, processLimits: environment });
  if (!read.success)
    throw new StartError(
      read.error.issues.map(({ path, message }) => `Configuration : ${path.at(-1)?.toString()} : ${message}`).join("\n"),
    );
  const { settings: values, budgets, requestLimits: ofRequests, processLimits: ofProcess } = read.data;
  const production = values.NODE_ENV === "production";
  return Object.freeze({
    databaseUrl: values.DATABASE_URL,
    readerDatabaseUrl: values.READER_DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    dataFolder: values.DATA_FOLDER,
    /** Whether an empty database receives the sample files. */
    sampleData: values.SAMPLE_DATA ?? !production,
    journalMonths: values.JOURNAL_MONTHS,
    /** Whether callers without a token may read the schema. */
    openIntrospection: !production,
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
    /** Where a subgraph with a base of its own tells its numbers. */
    hub: values.HUB_URL
      ? { url: values.HUB_URL, issuer: values.HUB_ISSUER!, client: values.HUB_CLIENT!, keyFile: values.HUB_CLIENT_KEY! }
      : undefined,
    developmentIssuer: values.DEVELOPMENT_ISSUER ?? !production,
    budgets,
    limits: Object.freeze({ ...ofRequests, ...ofProcess, ...budgets }) satisfies Limits,
  });
}

export type Config = ReturnType<typeof readConfig>;
