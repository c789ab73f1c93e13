import type { FastifyRequest } from "fastify";
import { hubError } from "../../foundation/errors.ts";
import { openData, type Rights } from "../../foundation/rights/rights.ts";
import type { AccessToken, TokenVerifier } from "./access-token.ts";

const bearer = /^Bearer +([\w.~+/-]+=*)$/i;

/** Who calls and for what, from the access token and `x-habilitation`; open data only where there is no `authorization` at all. */
export function identifyByToken(
  verify: TokenVerifier,
  rightsOf: (token: AccessToken) => Promise<Rights>,
): (request: FastifyRequest) => Promise<Rights> {
  return async ({ headers: { authorization, "x-habilitation": habilitation } }) => {
    if (authorization === undefined) return openData;
    const token = bearer.exec(authorization)?.[1];
    if (!token) throw hubError("INVALID_TOKEN", "l'en-tête attendu est « authorization: Bearer <jeton> »");
    const rights = await rightsOf(await verify(token));
    return habilitation === undefined ? rights : narrowed(rights, String(habilitation));
  };
}

/** For one purpose: that of the habilitation which the request names. */
function narrowed(rights: Rights, habilitation: string): Rights {
  const grants = rights.grants.filter((grant) => grant.habilitation === habilitation);
  if (grants.length === 0) throw hubError("UNKNOWN_HABILITATION", habilitation.slice(0, 100));
  return { ...rights, grants };
}
