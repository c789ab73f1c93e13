import { describe, expect, test } from "vitest";
import { readConfig } from "../../foundation/config.ts";
import { StartError } from "../../foundation/start-error.ts";

test("an empty environment is a development hub on this machine alone", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ host: "127.0.0.1", port: 4000, sampleData: true, openIntrospection: true, developmentIssuer: true });
  for (const part of [config, config.limits, config.budgets]) expect(Object.isFrozen(part)).toBe(true);
});

test("production brings no sample, no issuer and a closed schema; the sample on request", () => {
  const production = { sampleData: false, openIntrospection: false, developmentIssuer: false };
  expect(readConfig({ NODE_ENV: "production" })).toMatchObject(production);
  expect(readConfig({ NODE_ENV: "production", SAMPLE_DATA: "true" })).toMatchObject({ ...production, sampleData: true });
});

test("a limit is the variable of its name, and the gateway counts the budgets that clients are told", () => {
  const { limits, budgets } = readConfig({ MAX_COST: "5", BUDGET_PARTNER_SYSTEM: "7", MAX_BODY_BYTES: "9" });
  expect(limits).toMatchObject({ maxCost: 5, budgetPartnerSystem: 7, maxBodyBytes: 9, maxDepth: 16 });
  expect(budgets).toMatchObject({ maxCost: 5, budgetPartnerSystem: 7, budgetWindowSeconds: 60 });
});

test("all that is wrong is told at once, a line each, in French", () => {
  const wrong = {
    PORT: "70000",
    DATA_FOLDER: "",
    SAMPLE_DATA: "yes",
    NODE_ENV: "production",
    DEVELOPMENT_ISSUER: "true",
    LOG_LEVEL: "loud",
    REDIS_URL: "http://redis",
    SUBGRAPH_URLS: "pmi=nowhere,caf=http://caf/graphql",
    MAX_COST: "0",
    MAX_DEPTH: "deep",
  };
  let told = "";
  try {
    readConfig(wrong);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    told = (error as Error).message;
  }
  expect(told.split("\n").toSorted()).toEqual([
    "Configuration : DATA_FOLDER : elle est vide : donnez une valeur, ou retirez-la",
    "Configuration : DEVELOPMENT_ISSUER : l'émetteur de développement est interdit en production (NODE_ENV=production) : déclarez vos émetteurs dans TOKEN_ISSUERS",
    "Configuration : LOG_LEVEL : attendu l'un de fatal, error, warn, info, debug, trace, silent",
    "Configuration : MAX_COST : attendu un nombre entier, 1 ou plus, en chiffres",
    "Configuration : MAX_DEPTH : attendu un nombre entier, 1 ou plus, en chiffres",
    "Configuration : PORT : attendu un nombre entier de 0 à 65535, en chiffres",
    "Configuration : REDIS_URL : attendu redis://machine:port",
    "Configuration : SAMPLE_DATA : attendu true ou false",
    "Configuration : SUBGRAPH_URLS : « pmi=nowhere » : attendu nom=http://machine:port/graphql",
  ]);
});

describe("a number is written in digits:", () => {
  test.each(["", " ", "1e3", "0x10", "-1", "1.5", "٣", "65536"])("not « %s »", (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(/^Configuration : PORT : attendu un nombre entier de 0 à 65535/);
  });
  test.each([
    ["0", 0],
    ["65535", 65535],
  ])("but %s", (PORT, port) => {
    expect(readConfig({ PORT }).port).toBe(port);
  });
});

test.each<[string, Record<string, string>, RegExp]>([
  ["the port is no number", { PORT: "abc" }, /^Configuration : PORT : /],
  ["the port is out of range", { PORT: "70000" }, /^Configuration : PORT : /],
  ["any site may call the graph", { CORS_ORIGINS: "*" }, /^Configuration : CORS_ORIGINS : attendu des origines/],
  ["a page from nowhere may call the graph", { CORS_ORIGINS: "null" }, /^Configuration : CORS_ORIGINS : /],
  ["production is misspelt", { NODE_ENV: "Production" }, /^Configuration : NODE_ENV : .*production/],
  [
    "the reader has a base and the owner none",
    { READER_DATABASE_URL: "postgresql://web@h/b" },
    /^Configuration : READER_DATABASE_URL : elle accompagne DATABASE_URL/,
  ],
  ["a subgraph's URL is none", { SUBGRAPH_URLS: "pmi=nowhere" }, /^Configuration : SUBGRAPH_URLS : « pmi=nowhere » : attendu nom=http/],
  ["a subgraph's URL has no name", { SUBGRAPH_URLS: "http://pmi:4000/graphql" }, /^Configuration : SUBGRAPH_URLS : /],
  ["a subgraph's URL is not HTTP", { SUBGRAPH_URLS: "pmi=ftp://pmi/graphql" }, /^Configuration : SUBGRAPH_URLS : /],
  [
    "an issuer has no keys",
    { TOKEN_ISSUERS: "https://issuer.example" },
    /^Configuration : TOKEN_ISSUERS : « https:\/\/issuer.example » : attendu/,
  ],
  [
    "the gateway's key is none",
    { GATEWAY_KEY: '{"kty":"oct","k":"s3cret"}' },
    /^Configuration : GATEWAY_KEY : attendu une clé privée Ed25519/,
  ],
  ["the gateway's keys are none", { GATEWAY_JWKS: "gateway:4000" }, /^Configuration : GATEWAY_JWKS : attendu l'adresse d'un JWKS/],
  ["a setting is neither true nor false", { SAMPLE_DATA: "yes" }, /^Configuration : SAMPLE_DATA : /],
  ["a proxy is no address", { TRUSTED_PROXIES: "10.0.0.1,zzz" }, /^Configuration : TRUSTED_PROXIES : attendu des adresses/],
])("%s: one line", (_, env, sentence) => {
  const read = () => readConfig(env);
  expect(read).toThrow(StartError);
  expect(read).toThrow(sentence);
});
