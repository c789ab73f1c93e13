import { decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import type { Config } from "../../foundation/config.ts";
import { hubError } from "../../foundation/errors.ts";
import { remoteKeys } from "../../foundation/rights/remote-keys.ts";

const clockToleranceSeconds = 60;

export interface TokenIssuer {
  /** The `iss` of its tokens. */
  issuer: string;
  /** Its public keys: `remoteKeys(url)`, or those of an issuer in this process. */
  keys: JWTVerifyGetKey;
}

export interface TokenOptions {
  issuers: TokenIssuer[];
  /** The `aud` that names this hub. */
  audience: string;
  /** Tokens made to live longer are refused. */
  maxSeconds: number;
}

/** What the environment says of the tokens to accept. */
export function configuredTokens({ tokenIssuers, tokenAudience, tokenMaxSeconds }: Config): TokenOptions {
  const issuers = Object.entries(tokenIssuers).map(([issuer, url]) => ({ issuer, keys: remoteKeys(url) }));
  return { issuers, audience: tokenAudience, maxSeconds: tokenMaxSeconds };
}

export interface AccessToken {
  client: string;
  scopes: string[];
  expiresAt: Date;
}

export type TokenVerifier = (token: string) => Promise<AccessToken>;

const claims = z.object({
  client_id: z.string().min(1),
  sub: z.string().min(1),
  jti: z.string().min(1),
  scope: z.string().default(""),
  iat: z.number(),
  exp: z.number(),
});

/**
 * Verifies OAuth 2.0 access tokens (RFC 9068) of any of the issuers.
 * @throws INVALID_TOKEN with the reason, ISSUER_UNAVAILABLE.
 */
export function createTokenVerifier({ issuers, audience, maxSeconds }: TokenOptions): TokenVerifier {
  const keysOf = new Map(issuers.map(({ issuer, keys }) => [issuer, keys]));

  return async (token) => {
    const issuer = issuerOf(token);
    const keys = keysOf.get(issuer);
    if (!keys) throw invalid("ce hub ne connaît pas son émetteur");
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ["ES256", "EdDSA"],
      typ: "at+jwt",
      issuer,
      audience,
      requiredClaims: ["exp"],
      maxTokenAge: maxSeconds,
      clockTolerance: clockToleranceSeconds,
    }).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? invalid(reasonOf(error)) : error;
    });
    const { data, error } = claims.safeParse(payload);
    if (!data) throw invalid(`« ${error.issues[0]!.path.join(".")} » manque ou n'a pas la forme attendue`);
    if (data.exp - data.iat > maxSeconds) throw invalid(`il est fait pour valoir plus de ${maxSeconds} secondes`);
    return { client: data.client_id, scopes: data.scope.split(" ").filter(Boolean), expiresAt: new Date(data.exp * 1000) };
  };
}

const invalid = (reason: string) => hubError("INVALID_TOKEN", reason);

/** Whose keys to verify with; nothing is trusted yet. */
function issuerOf(token: string): string {
  try {
    return String(decodeJwt(token).iss);
  } catch {
    throw invalid("ce n'est pas un JWT bien formé");
  }
}

const wrongClaims: Record<string, string> = {
  typ: "ce n'est pas un jeton d'accès (typ « at+jwt »)",
  aud: "il n'est pas destiné à ce hub (aud)",
  iat: "sa date d'émission (iat) manque ou est dans l'avenir",
  nbf: "il n'est pas encore valable (nbf)",
  exp: "sa date de fin (exp) manque",
};

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return "il a expiré";
  if (error instanceof errors.JWTClaimValidationFailed) return wrongClaims[error.claim] ?? "une de ses mentions ne convient pas";
  if (error instanceof errors.JOSEAlgNotAllowed) return "il n'est signé ni en ES256 ni en EdDSA";
  if (error instanceof errors.JWKSNoMatchingKey) return "son émetteur ne publie pas la clé qui l'a signé (kid)";
  if (error instanceof errors.JWKSMultipleMatchingKeys) return "il ne dit pas quelle clé l'a signé (kid)";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "sa signature est fausse";
  return "ce n'est pas un JWT bien formé";
}
