import type { GraphQLError } from "graphql";

/** graphql-js speaks English; a client of the hub reads French. Each rule keeps the names that the message quotes. */
const translations: [RegExp, string][] = [
  [/^Syntax Error: (.*)$/s, "La requête n'est pas du GraphQL valide : $1 Vérifiez accolades, parenthèses et guillemets."],
  [
    /^Cannot query field "(.+?)" on type "(.+?)"\..*$/s,
    "Le champ « $1 » n'existe pas sur le type « $2 » : consultez la documentation du schéma.",
  ],
  [/^Unknown argument "(.+?)" on field "(.+?)"\..*$/s, "L'argument « $1 » n'existe pas sur « $2 » : consultez la documentation du schéma."],
  [/^Unknown type "(.+?)"\..*$/s, "Le type « $1 » n'existe pas."],
  [/^Unknown fragment "(.+?)"\.$/, "Le fragment « $1 » n'est pas défini dans la requête."],
  [/^Unknown directive "(.+?)"\.$/, "La directive « $1 » n'existe pas."],
  [/^Cannot spread fragment "(.+?)" within itself.*$/s, "Le fragment « $1 » se contient lui-même."],
  [/^Fragment "(.+?)" is never used\.$/, "Le fragment « $1 » n'est jamais utilisé : retirez-le."],
  [/^Variable "(.+?)" is never used.*$/s, "La variable « $1 » n'est jamais utilisée : retirez-la."],
  [/^Variable "(.+?)" is not defined.*$/s, "La variable « $1 » n'est pas déclarée par l'opération."],
  [
    /^Variable "(.+?)" of required type "(.+?)" was not provided\.$/,
    "La variable « $1 » est obligatoire (type $2) : ajoutez-la à « variables ».",
  ],
  [/^Variable "(.+?)" of non-null type "(.+?)" must not be null\.$/, "La variable « $1 » (type $2) ne peut pas être nulle."],
  [
    /^Variable "(.+?)" of type "(.+?)" used in position expecting type "(.+?)"\.$/,
    "La variable « $1 » est de type $2 là où le type $3 est attendu.",
  ],
  [/^Variable "(.+?)" got invalid value (.+?); (.*)$/s, "La variable « $1 » a une valeur qui ne convient pas ($2) : $3"],
  [
    /^Field "(.+?)" argument "(.+?)" of type "(.+?)" is required, but it was not provided\.$/,
    "L'argument « $2 » (type $3) de « $1 » est obligatoire.",
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection of subfields\..*$/s,
    "Le champ « $1 » est un objet ($2) : dites entre accolades quels champs vous voulez.",
  ],
  [
    /^Field "(.+?)" must not have a selection since type "(.+?)" has no subfields\.$/,
    "Le champ « $1 » est une valeur simple ($2) : retirez les accolades.",
  ],
  [/^Value "(.+?)" does not exist in "(.+?)" enum\..*$/s, "La valeur « $1 » n'existe pas dans l'énumération « $2 »."],
  [/^(.+?) cannot represent (?:a )?(?:an )?(.+?) value: (.+)$/s, "La valeur $3 ne convient pas au type $1."],
  [/^Unknown operation named "(.+?)"\.$/, "L'opération « $1 » n'est pas dans la requête : corrigez « operationName »."],
  [
    /^Must provide operation name if query contains multiple operations\.$/,
    "La requête contient plusieurs opérations : dites laquelle avec « operationName ».",
  ],
  [/^Must provide query string\.$/, 'Il manque « query » : le corps attendu est {"query": "…", "variables": {…}}.'],
];

/** The French sentence for an error that graphql-js found in the client's request. */
export function inFrench({ message }: Pick<GraphQLError, "message">): string {
  for (const [pattern, translation] of translations) {
    if (pattern.test(message)) return message.replace(pattern, translation);
  }
  return `La requête n'est pas valide : ${message}`;
}
