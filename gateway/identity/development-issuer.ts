import type { FastifyInstance } from "fastify";
import { createLocalJWKSet, type JWK } from "jose";
import { type Configuration, errors, Provider } from "oidc-provider";
// @ts-expect-error without types; given by name, the default adapter does not warn about itself
import { createMemoryAdapter } from "oidc-provider/lib/adapters/memory_adapter.js";
import { keyFile, publicPart, readOrMakeKey } from "../../foundation/rights/key-file.ts";
import type { TokenIssuer } from "./access-token.ts";
import { clientKeyFile } from "./client-key.ts";

export interface IssuerClient {
  /** Lower-case letters, digits and hyphens. */
  id: string;
  /** All that its tokens may ask for; without a `scope`, a token has them all. */
  scopes: string[];
  /** Its public keys, two during a rotation. None: a private key is made for it in the data folder. */
  keys?: JWK[];
}

export interface DevelopmentIssuerOptions {
  /** The `iss` of its tokens: the address at which `mount` puts it, for instance `http://127.0.0.1:4000/issuer`. */
  issuer: string;
  audience: string;
  dataFolder: string;
  clients: IssuerClient[];
}

const path = "/issuer";
const resource = "urn:cdsf-hub";
const tokenSeconds = 600;

/** An OAuth 2.0 issuer for development: client credentials with `private_key_jwt`, and nothing else. */
export async function createDevelopmentIssuer({ issuer, audience, dataFolder, clients }: DevelopmentIssuerOptions) {
  const signing = await readOrMakeKey(keyFile(dataFolder, "development-issuer"), "ES256");
  const provider = new Provider(issuer, {
    ...configuration,
    jwks: { keys: [signing] },
    scopes: [...new Set(clients.flatMap(({ scopes }) => scopes))],
    clients: await Promise.all(clients.map((client) => metadata(client, dataFolder))),
    features: {
      ...configuration.features,
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        getResourceServerInfo({ oidc }, asked, { scope = "" }) {
          if (asked !== resource) throw new errors.InvalidTarget();
          const refused = [...oidc.requestParamScopes].find((wanted) => !scope.split(" ").includes(wanted));
          if (refused) throw new errors.InvalidScope("requested scope is not allowed", refused);
          return { scope, audience, accessTokenTTL: tokenSeconds, accessTokenFormat: "jwt", jwt: { sign: { alg: "ES256" } } };
        },
      },
    },
  });
  const handle = provider.callback();

  return {
    trusted: { issuer, keys: createLocalJWKSet({ keys: [publicPart(signing)] }) } satisfies TokenIssuer,
    /** Serves the token endpoint, the keys and the metadata below `/issuer`; every other page of the library stays closed. */
    async mount(app: FastifyInstance): Promise<void> {
      await app.register(async (scope) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser("*", (_, __, done) => done(null)); // the library reads the body itself
        for (const [method, route] of routes) {
          scope.route({
            method,
            url: `${path}${route}`,
            handler: (request, reply) => {
              reply.hijack();
              handle(Object.assign(request.raw, { originalUrl: request.url, url: route }), reply.raw);
            },
          });
        }
      });
    },
  };
}

const routes = [
  ["POST", "/token"],
  ["GET", "/jwks"],
  ["GET", "/.well-known/oauth-authorization-server"],
] as const;

const configuration: Configuration = {
  adapter: createMemoryAdapter(),
  clientAuthMethods: ["private_key_jwt"],
  enabledJWA: { clientAuthSigningAlgValues: ["ES256", "EdDSA"], idTokenSigningAlgValues: ["ES256"] },
  clientDefaults: { id_token_signed_response_alg: "ES256", grant_types: ["client_credentials"], response_types: [], redirect_uris: [] },
  responseTypes: [],
  claims: {},
  ttl: { ClientCredentials: tokenSeconds },
  clientBasedCORS: () => false,
  renderError(ctx, out) {
    ctx.body = out;
  },
  formats: {
    customizers: {
      jwt(_, token, { payload }) {
        token.scope ||= token.client?.scope;
        payload!.scope = token.scope;
      },
    },
  },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
  },
};

async function metadata({ id, scopes, keys }: IssuerClient, dataFolder: string) {
  return {
    client_id: id,
    token_endpoint_auth_method: "private_key_jwt" as const,
    jwks: { keys: keys ?? [publicPart(await readOrMakeKey(clientKeyFile(dataFolder, id), "ES256"))] },
    ...(scopes.length && { scope: scopes.join(" ") }),
  };
}
