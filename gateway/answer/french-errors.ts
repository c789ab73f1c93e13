import type { GraphQLError } from "graphql";

/** graphql-js speaks English; a client of the hub reads French. Each rule keeps the names that the message quotes. */
const rules: [pattern: RegExp, french: string][] = [
  [
    /^(?:Too many validation errors.*|Validation aborted\.)$/s,
    "La requête répète trop de fois les mêmes champs, ou contient trop d'erreurs : simplifiez-la.",
  ],
  [/^Syntax Error: .*$/s, "La requête n'est pas du GraphQL valide à l'endroit indiqué : vérifiez accolades, parenthèses et guillemets."],
  [
    /^Cannot query field "(.+?)" on type "(.+?)"\..*$/s,
    "Le champ « $1 » n'existe pas sur le type « $2 » : consultez la documentation du schéma.",
  ],
  [/^Unknown argument "(.+?)" on field "(.+?)"\..*$/s, "L'argument « $1 » n'existe pas sur « $2 » : consultez la documentation du schéma."],
  [/^Unknown argument "(.+?)" on directive "(.+?)"\..*$/s, "L'argument « $1 » n'existe pas sur la directive « $2 »."],
  [/^Unknown type "(.+?)"\..*$/s, "Le type « $1 » n'existe pas : consultez la documentation du schéma."],
  [/^Unknown fragment "(.+?)"\.$/, "Le fragment « $1 » n'est pas défini dans la requête."],
  [/^Unknown directive "(.+?)"\.$/, "La directive « $1 » n'existe pas."],
  [/^The directive "(.+?)" can only be used once.*$/s, "La directive « $1 » s'emploie au plus une fois au même endroit."],
  [/^Directive "(.+?)" may not be used on .*$/s, "La directive « $1 » ne s'emploie pas à cet endroit."],
  [
    /^Directive "(.+?)" argument "(.+?)" of type "(.+?)" is required.*$/s,
    "L'argument « $2 » (type $3) de la directive « $1 » est obligatoire.",
  ],
  [/^There can be only one (?:argument|variable|fragment|operation|input field) named "(.+?)"\.$/, "« $1 » est défini deux fois."],
  [/^Cannot spread fragment "(.+?)" within itself.*$/s, "Le fragment « $1 » se contient lui-même."],
  [/^Fragment "(.+?)" cannot be spread here.*$/s, "Le fragment « $1 » porte sur un autre type que celui où il est employé."],
  [/^Fragment cannot be spread here.*$/s, "Ce fragment porte sur un autre type que celui où il est employé."],
  [
    /^Fragment (?:"(.+?)" )?cannot condition on non composite type "(.+?)"\.$/,
    "Un fragment porte sur un objet : « $2 » est une valeur simple.",
  ],
  [/^Fragment "(.+?)" is never used\.$/, "Le fragment « $1 » n'est jamais utilisé : retirez-le."],
  [/^Fields "(.+?)" conflict because.*$/s, "« $1 » désigne deux champs différents : donnez-leur des alias distincts."],
  [/^Variable "(.+?)" is never used.*$/s, "La variable « $1 » n'est jamais utilisée : retirez-la."],
  [/^Variable "(.+?)" is not defined.*$/s, "La variable « $1 » n'est pas déclarée par l'opération."],
  [/^Variable "(.+?)" cannot be non-input type "(.+?)"\.$/, "La variable « $1 » ne peut pas être du type $2 : un argument est une valeur."],
  [
    /^Variable "(.+?)" of required type "(.+?)" was not provided\.$/,
    "La variable « $1 » est obligatoire (type $2) : ajoutez-la à « variables ».",
  ],
  [/^Variable "(.+?)" of non-null type "(.+?)" must not be null\.$/, "La variable « $1 » (type $2) ne peut pas être nulle."],
  [
    /^Variable "(.+?)" of type "(.+?)" used in position expecting type "(.+?)"\.$/,
    "La variable « $1 » est de type $2 là où le type $3 est attendu.",
  ],
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
  [
    /^Value "(.+?)" does not exist in "(.+?)" enum\..*$/s,
    "La valeur « $1 » n'existe pas dans l'énumération « $2 » : consultez la documentation du schéma.",
  ],
  [
    /^Enum "(.+?)" cannot represent .*value: (.+?)\.?(?: Did you mean.*)?$/s,
    "La valeur $2 n'est pas de l'énumération « $1 » : écrivez son nom, sans guillemets.",
  ],
  [/^Expected value of type "(.+?)", found (.+?)(?:; .*)?\.?$/s, "La valeur $2 ne convient pas au type $1."],
  [
    /^Field "(.+?)" is not defined by type "(.+?)"\..*$/s,
    "Le champ « $1 » n'existe pas dans « $2 » : consultez la documentation du schéma.",
  ],
  [/^Expected non-nullable type "(.+?)" not to be null\.$/, "Le type $1 n'accepte pas null."],
  [/^(\w+) cannot represent (?:an? )?(?:[\w-]+ )*?value: (.+)$/s, "La valeur $2 ne convient pas au type $1."],
  [/^(\w+) cannot represent .*?(?:string|date|time) ?(.*?)\.?$/s, "La valeur $2 ne convient pas au type $1."],
  [
    /^The (.+?) definition is not executable\.$|^The "(.+?)" definition is not executable\.$/,
    "Une requête ne contient que des opérations et des fragments : retirez la définition « $1$2 ».",
  ],
  [
    /^This anonymous operation must be the only defined operation\.$/,
    "Une opération sans nom doit être seule : nommez chacune, et choisissez avec « operationName ».",
  ],
  [/^Unknown operation named "(.+?)"\.$/, "L'opération « $1 » n'est pas dans la requête : corrigez « operationName »."],
  [/^Could not determine what operation to execute\.$/, "L'opération à exécuter est inconnue : corrigez « operationName »."],
  [
    /^Must provide operation name if query contains multiple operations\.$/,
    "La requête contient plusieurs opérations : dites laquelle avec « operationName ».",
  ],
  [
    /^Schema is not configured to execute (?:mutation|subscription) operation\.$/,
    "Ce graphe ne répond qu'aux opérations « query » : ni mutation, ni subscription.",
  ],
];

const invalidVariable = /^Variable "(.+?)" got invalid value (.+?)(?: at "(.+?)")?; (.*)$/s;

/** The French sentence for an error that graphql-js or the planner found in the client's request; null: it is not the client's. */
export function inFrench({ message, locations }: GraphQLError): string | null {
  const [, variable, value, place, detail] = invalidVariable.exec(message) ?? [];
  if (variable) {
    const name = place ? `$${place}` : variable;
    return `La variable « ${name} » a une valeur qui ne convient pas (${value}). ${translated(detail!) ?? ""}`.trim();
  }
  const unknown = "La requête ne respecte pas le schéma : consultez sa documentation dans l'explorateur.";
  return translated(message) ?? (locations?.length ? unknown : null);
}

function translated(message: string): string | null {
  const rule = rules.find(([pattern]) => pattern.test(message));
  return rule ? message.replace(rule[0], rule[1]) : null;
}
