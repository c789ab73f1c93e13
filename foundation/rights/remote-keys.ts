import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { hubError } from "../errors.ts";

const timeoutMs = 3_000;
/** How long keys are trusted without asking for them again. */
const maxAgeMs = 5 * 60_000;

/**
 * The public keys behind a JWKS URL. They are fetched again when a key is unknown, and once they are old, so that a
 * withdrawn key stops being trusted; where the URL does not answer, the known keys stay.
 * @throws ISSUER_UNAVAILABLE where the key is unknown and the URL does not answer.
 */
export function remoteKeys(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs, cacheMaxAge: Number.POSITIVE_INFINITY });
  let refreshedAt = Date.now();
  return async (header, token) => {
    if (keys.jwks() && Date.now() - refreshedAt > maxAgeMs) {
      refreshedAt = Date.now();
      await keys.reload().catch(() => {});
    }
    try {
      return await keys(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) throw cause;
      throw Object.assign(hubError("ISSUER_UNAVAILABLE"), { cause });
    }
  };
}
