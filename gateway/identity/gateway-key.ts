import { type JSONWebKeySet, type JWK, SignJWT } from "jose";
import { gatewayToken } from "../../foundation/rights/gateway-token.ts";
import { named, publicPart } from "../../foundation/rights/key-file.ts";
import type { Rights } from "../../foundation/rights/rights.ts";
import type { SignCall } from "../sources/http-source.ts";

/** With what the gateway shows the subgraphs that run apart that it is the gateway. */
export interface GatewayKey {
  /** The public part, for the subgraphs. */
  jwks: JSONWebKeySet;
  sign: SignCall;
}

/** @param jwk an Ed25519 private key. */
export async function openGatewayKey(jwk: JWK): Promise<GatewayKey> {
  const key = await named(jwk, gatewayToken.alg);
  /** Each token serves for half its life. */
  const signed = new WeakMap<Rights, Map<string, { token: Promise<string>; until: number }>>();

  return {
    jwks: { keys: [publicPart(key)] },
    sign(subgraph, rights) {
      const tokens = signed.get(rights) ?? new Map();
      signed.set(rights, tokens);
      const known = tokens.get(subgraph);
      if (known && Date.now() < known.until) return known.token;
      const token = new SignJWT({ rights })
        .setProtectedHeader({ alg: gatewayToken.alg, typ: gatewayToken.typ, kid: key.kid! })
        .setIssuer(gatewayToken.issuer)
        .setAudience(subgraph)
        .setIssuedAt()
        .setExpirationTime(`${gatewayToken.seconds}s`)
        .sign(key);
      tokens.set(subgraph, { token, until: Date.now() + gatewayToken.seconds * 500 });
      return token;
    },
  };
}
