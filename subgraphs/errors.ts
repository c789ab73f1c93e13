import { GraphQLError } from "graphql";

/** Every error a client can meet: a stable English code, and a French sentence that says what to do. */
const messages = {
  BAD_ARGUMENT: (detail: string) => detail,
  TOO_MANY_ROWS: (max: number) => `« first » doit être compris entre 1 et ${max} : demandez la suite avec « after ».`,
  BAD_CURSOR: () => "Le curseur « after » n'est pas valide : reprenez celui de « pageInfo.endCursor ».",
  SOURCE_UNAVAILABLE: (partner: string) =>
    `Les données de ${partner} sont momentanément indisponibles : le reste de la réponse est complet, réessayez dans quelques minutes.`,
  OPERATION_TOO_LARGE: (max: number) =>
    `L'opération demande trop de champs une fois ses fragments développés (maximum ${max}) : découpez-la en plusieurs requêtes.`,
  BODY_TOO_LARGE: (max: number) =>
    `Le corps de la requête dépasse ${max} octets : passez les valeurs en variables ou découpez l'opération.`,
  METHOD_NOT_ALLOWED: () => 'Seule la méthode POST est acceptée ici, avec un corps JSON : {"query": "…", "variables": {…}}.',
  UNSUPPORTED_MEDIA_TYPE: () => "Le corps doit être du JSON : ajoutez l'en-tête « content-type: application/json ».",
  BAD_REQUEST: () =>
    'Le corps attendu est {"query": "…", "variables": {…}, "operationName": "…"} : une seule requête à la fois, en objet et non en liste.',
  MALFORMED_JSON: () => "Le corps n'est pas un JSON valide : vérifiez les guillemets et les virgules.",
  REQUEST_TIMEOUT: () =>
    "La réponse a pris trop de temps et a été abandonnée : demandez moins de départements ou moins d'années à la fois.",
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

/** Whether a code may be shown to a client as it is. */
export function isHubCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && code in messages;
}
