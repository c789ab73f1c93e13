import { GraphQLError } from "graphql";

/** Every error a client can meet: a stable English code, and a French sentence that says what to do. */
const messages = {
  BAD_ARGUMENT: (detail: string) => detail,
  TOO_MANY_ROWS: (max: number) => `« first » doit être compris entre 1 et ${max} : demandez la suite avec « after ».`,
  BAD_CURSOR: () => "Le curseur « after » n'est pas valide : reprenez celui de « pageInfo.endCursor ».",
  SOURCE_UNAVAILABLE: (partner: string) =>
    `Les données de ${partner} sont momentanément indisponibles : le reste de la réponse est complet, réessayez dans quelques minutes.`,
  INVALID_SOURCE_DATA: (partner: string) =>
    `Une donnée de ${partner} n'est pas celle que le graphe décrit : elle n'est pas servie. Le reste de la réponse est complet ; signalez-le si cela persiste.`,
  FORBIDDEN: (scope: string, departments: readonly string[]) =>
    `Réservé aux autorités compétentes : il faut une habilitation avec la portée « ${scope} »${departments.length > 0 ? ` pour le département ${departments.join(", ")}` : ""}. Demandez-la au secrétariat du CDSF.`,
  PURPOSE_REQUIRED: (habilitations: readonly string[]) =>
    `Plusieurs de vos habilitations ouvrent cette donnée, pour des finalités différentes : dites laquelle avec l'en-tête « x-habilitation » (${habilitations.join(", ")}).`,
  JOURNAL_UNAVAILABLE: () =>
    "Le journal des accès ne peut pas être tenu en ce moment : les données restreintes ne sont pas servies. Les données ouvertes le sont ; réessayez plus tard.",
  BAD_VALUES: (lines: readonly string[], more: number) =>
    `Rien n'a été écrit : ${lines.length + more > 1 ? `${lines.length + more} chiffres sont refusés` : "un chiffre est refusé"}.\n${lines.join("\n")}${more > 0 ? `\n… et ${more} autres.` : ""}`,
  TOO_MANY_VALUES: (max: number) => `Un appel porte de 1 à ${max} chiffres : découpez-le, chaque partie avec une clé d'idempotence à elle.`,
  CHANGES_TOO_MUCH: (rows: number, changed: number, absent: number, leaps: string[]) =>
    `Rien n'a été écrit : sur ${rows} chiffres, ${changed} remplaceraient un chiffre déjà publié${absent > 0 ? `, et ${absent} disparaîtraient` : ""}. ${leaps.map((leap) => `${leap} `).join("")}Si c'est voulu, recommencez avec « confirm: true ».`,
  IDEMPOTENCY_CONFLICT: () =>
    "Cette clé d'idempotence a déjà servi à écrire autre chose : reprenez les chiffres d'alors pour avoir la même réponse, ou donnez une autre clé.",
  WRITES_CLOSED: () =>
    "Ce hub ne sert que la lecture : l'utilisateur de PostgreSQL sous lequel il répond ne peut pas écrire. Adressez-vous au hub où les chiffres s'écrivent, ou à celui qui administre celui-ci (SECURITY.md).",
  WRITES_BUSY: () =>
    "Le registre est occupé par un import ou une autre écriture : rien n'a été écrit. Réessayez dans une minute, avec la même clé d'idempotence.",
  OPERATION_TOO_LARGE: (max: number) =>
    `L'opération demande trop de champs une fois ses fragments développés (maximum ${max}) : découpez-la en plusieurs requêtes.`,
  TOO_MANY_TOKENS: (max: number) =>
    `Le texte de la requête compte plus de ${max} mots et signes : passez les valeurs en variables ou découpez l'opération.`,
  TOO_DEEP: (max: number) => `La requête imbrique plus de ${max} niveaux : demandez le détail dans une autre requête.`,
  TOO_MANY_ROOT_FIELDS: (max: number) => `L'opération demande plus de ${max} champs à la racine : découpez-la en plusieurs requêtes.`,
  TOO_MANY_ALIASES: (max: number) => `L'opération emploie plus de ${max} alias : demandez une liste, ou découpez-la en plusieurs requêtes.`,
  TOO_MANY_DIRECTIVES: (max: number) => `L'opération emploie plus de ${max} directives : retirez celles qui ne servent pas.`,
  RESERVED_NAME: (name: string) => `« ${name} » ne peut pas servir de nom dans une réponse : donnez un autre alias au champ.`,
  TOO_MANY_VARIABLES: (max: number) => `La requête a plus de ${max} variables : retirez celles qui ne servent pas, ou passez des listes.`,
  VARIABLES_TOO_LARGE: (max: number) => `Les variables contiennent plus de ${max} valeurs : découpez les listes en plusieurs requêtes.`,
  LISTS_TOO_NESTED: (max: number) =>
    `Les listes imbriquées demandent plus de ${max} lignes : réduisez « first », ou demandez la liste intérieure territoire par territoire.`,
  COST_TOO_HIGH: (max: number, cost: number) =>
    `L'opération coûte ${cost} et le maximum est de ${max} : réduisez « first », l'imbrication des listes ou le nombre de territoires.`,
  BUDGET_EXHAUSTED: (seconds: number) =>
    `Vous avez dépensé votre budget de requêtes : réessayez dans ${seconds} s. Les en-têtes « RateLimit » disent ce qu'il en reste.`,
  BUSY: (seconds: number) => `Le hub répond déjà à autant de requêtes de ce type d'usage qu'il le peut : réessayez dans ${seconds} s.`,
  BODY_TOO_LARGE: (max: number) =>
    `Le corps de la requête dépasse ${max} octets : passez les valeurs en variables ou découpez l'opération.`,
  GRAPHQL_PARSE_FAILED: (line: number, column: number) =>
    `La requête n'est pas du GraphQL valide à la ligne ${line}, colonne ${column} : vérifiez accolades, parenthèses et guillemets.`,
  GRAPHQL_VALIDATION_FAILED: (detail: string) => detail,
  OPERATION_RESOLUTION_FAILURE: (name?: string | null) =>
    typeof name === "string"
      ? `L'opération « ${name} » n'est pas dans la requête : corrigez « operationName ».`
      : "La requête contient plusieurs opérations : dites laquelle exécuter avec « operationName ».",
  TOO_MANY_ERRORS: (more: number, isCounted: boolean) =>
    `${isCounted ? "" : "Plus de "}${more} ${more > 1 ? "autres erreurs ne sont pas montrées" : "autre erreur n'est pas montrée"} : corrigez d'abord celles qui le sont.`,
  DATA_CHANGED: () => "Les données ont changé plusieurs fois pendant la réponse, qui n'a pas pu être faite d'un seul état : réessayez.",
  UNPLANNABLE_OPERATION: () =>
    "L'opération est valide, mais le hub ne sait pas la répartir entre les partenaires : demandez ses parties dans plusieurs requêtes, et signalez-la.",
  /** Clients look for these very words, and then send the query itself. */
  PERSISTED_QUERY_NOT_SUPPORTED: () => "PersistedQueryNotSupported",
  METHOD_NOT_ALLOWED: () => 'Seule la méthode POST est acceptée ici, avec un corps JSON : {"query": "…", "variables": {…}}.',
  UNSUPPORTED_MEDIA_TYPE: () => "Le corps doit être du JSON en UTF-8 : ajoutez l'en-tête « content-type: application/json ».",
  UNSUPPORTED_ENCODING: (accepted: string) =>
    `Le corps peut être compressé en ${accepted}, et en rien d'autre : corrigez l'en-tête « content-encoding », ou retirez-le.`,
  MALFORMED_ENCODING: (encoding: string) =>
    `Le corps ne se décompresse pas en ${encoding} : vérifiez l'en-tête « content-encoding » et que le corps est entier.`,
  NOT_ACCEPTABLE: () =>
    "Le hub répond en JSON : acceptez « application/json » ou « application/graphql-response+json » dans l'en-tête « accept ».",
  BAD_REQUEST: () =>
    'Le corps attendu est {"query": "…", "variables": {…}, "operationName": "…"} : une seule requête à la fois, en objet et non en liste.',
  MALFORMED_JSON: () => "Le corps n'est pas un JSON valide : vérifiez les guillemets, les virgules et l'encodage (UTF-8).",
  REQUEST_TIMEOUT: () =>
    "La réponse a pris trop de temps et a été abandonnée : demandez moins de départements ou moins d'années à la fois.",
  INVALID_TOKEN: (reason: string) =>
    `Le jeton d'accès est refusé : ${reason}. Demandez-en un nouveau, ou retirez l'en-tête « authorization » pour ne lire que les données ouvertes.`,
  UNKNOWN_CLIENT: (client: string) =>
    `Le client « ${client} » ne figure pas au registre des habilitations : demandez son inscription au secrétariat du CDSF, ou retirez l'en-tête « authorization » pour ne lire que les données ouvertes.`,
  UNKNOWN_HABILITATION: (habilitation: string) =>
    `L'habilitation « ${habilitation} » de l'en-tête « x-habilitation » n'est pas à vous ou n'est pas en vigueur : « me » donne celles qui le sont.`,
  RIGHTS_UNAVAILABLE: () =>
    "Le registre des habilitations ne répond pas : vos droits ne peuvent pas être vérifiés. Réessayez dans quelques minutes, ou retirez l'en-tête « authorization » pour ne lire que les données ouvertes.",
  ISSUER_UNAVAILABLE: () =>
    "Le jeton d'accès ne peut pas être vérifié : les clés de son émetteur sont momentanément hors d'atteinte. Réessayez dans quelques minutes.",
  GATEWAY_ONLY: () => "Ce sous-graphe ne répond qu'à la passerelle du hub : adressez-lui votre requête.",
  INTROSPECTION_CLOSED: () =>
    "L'introspection est réservée aux clients connus du hub : le schéma ouvert est dans le fichier « schema/open.graphql » de son dépôt.",
  NOT_FOUND: () => "Il n'y a rien à cette adresse : le graphe répond à « POST /graphql », l'explorateur est à « / ».",
  INTERNAL_ERROR: (id?: string) =>
    `Une erreur interne est survenue${id ? ` (requête ${id})` : ""} : réessayez, et signalez-la si elle persiste.`,
} as const;

export type ErrorCode = keyof typeof messages;

/** The French sentence of a code. */
export function messageOf<C extends ErrorCode>(code: C, ...detail: Parameters<(typeof messages)[C]>): string {
  return (messages[code] as (...detail: unknown[]) => string)(...detail);
}

/** A GraphQL error out of the table of codes: `message` is French, `extensions.code` is stable. */
export function hubError<C extends ErrorCode>(code: C, ...detail: Parameters<(typeof messages)[C]>): GraphQLError {
  return new GraphQLError(messageOf(code, ...detail), { extensions: { code } });
}

/** What a refusal says to programs beside its code: the scope that is missing, and where (empty: in any department). */
export function forbidden(scope: string, departments: readonly string[]): GraphQLError {
  return new GraphQLError(messageOf("FORBIDDEN", scope, departments), { extensions: { code: "FORBIDDEN", scope, departments } });
}

/** Extensions of our errors that are the client's to read. */
export function shownExtensions(extensions: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    ["code", "source", "scope", "departments", "allowed"].flatMap((key) => (key in extensions ? [[key, extensions[key]]] : [])),
  );
}

/** The error of a request that goes beyond a limit: what is allowed is in its message and in `extensions.allowed`. */
export function limitError<C extends ErrorCode>(code: C, ...detail: Parameters<(typeof messages)[C]>): GraphQLError {
  const error = hubError(code, ...detail);
  error.extensions.allowed = detail[0];
  return error;
}

/** What a client may know of a failure of the hub: the request under which its log has the cause. */
export function internalError(requestId: string): GraphQLError {
  const error = hubError("INTERNAL_ERROR", requestId);
  error.extensions.requestId = requestId;
  return error;
}

/** An error that asks for a status of its own. */
export function withStatus(status: number, error: GraphQLError): GraphQLError {
  error.extensions.http = { status };
  return error;
}

/** The error of a request that may come again in some seconds, with its status and Retry-After. */
export function retryError(code: "BUDGET_EXHAUSTED" | "BUSY", status: 429 | 503, seconds: number): GraphQLError {
  const error = hubError(code, seconds);
  error.extensions.http = { status, headers: { "retry-after": `${seconds}` } };
  return error;
}

/** Whether an error is one of the table of codes. */
export function isHubCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(messages, code);
}

const saidBySubgraphs: unknown[] = [
  "BAD_ARGUMENT",
  "TOO_MANY_ROWS",
  "LISTS_TOO_NESTED",
  "BAD_CURSOR",
  "FORBIDDEN",
  "PURPOSE_REQUIRED",
  "JOURNAL_UNAVAILABLE",
  "BAD_VALUES",
  "TOO_MANY_VALUES",
  "CHANGES_TOO_MUCH",
  "IDEMPOTENCY_CONFLICT",
  "WRITES_CLOSED",
  "WRITES_BUSY",
] satisfies ErrorCode[];

/** Whether the gateway passes an error of a subgraph to the client as it is. */
export function isSaidBySubgraphs(code: unknown): boolean {
  return saidBySubgraphs.includes(code);
}
