import { createLocalJWKSet, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Config } from "../config.ts";
import { keyFile, publicPart, readOrMakeKey } from "./key-file.ts";
import { remoteKeys } from "./remote-keys.ts";
import type { Rights } from "./rights.ts";

/** What the gateway's tokens are: one for each subgraph, for a minute. */
export const gatewayToken = { typ: "cdsf-call+jwt", alg: "EdDSA", issuer: "gateway", seconds: 60 } as const;

const clockToleranceSeconds = 30;

/** Who asks, as the gateway established it. @throws where it is not the gateway that calls. */
export type CallVerifier = (authorization: string | undefined) => Promise<Rights>;

export function createCallVerifier(subgraph: string, keys: JWTVerifyGetKey): CallVerifier {
  return async (authorization = "") => {
    const { payload } = await jwtVerify<{ rights: Rights }>(authorization.replace(/^Bearer /, ""), keys, {
      algorithms: [gatewayToken.alg],
      typ: gatewayToken.typ,
      issuer: gatewayToken.issuer,
      audience: subgraph,
      requiredClaims: ["exp", "rights"],
      clockTolerance: clockToleranceSeconds,
    });
    return payload.rights;
  };
}

/** Where the gateway's private key is kept, unless the environment gives it. */
export const gatewayKeyFile = (dataFolder: string) => keyFile(dataFolder, "gateway");

/** The gateway's public keys: those of GATEWAY_JWKS, or of the gateway that shares this data folder. */
export async function gatewayKeys({ gatewayJwks, dataFolder }: Pick<Config, "gatewayJwks" | "dataFolder">): Promise<JWTVerifyGetKey> {
  if (typeof gatewayJwks === "string") return remoteKeys(gatewayJwks);
  return createLocalJWKSet(gatewayJwks ?? { keys: [publicPart(await readOrMakeKey(gatewayKeyFile(dataFolder), gatewayToken.alg))] });
}
