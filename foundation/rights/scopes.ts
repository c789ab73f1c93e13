/** What a habilitation can open, beyond open data: the OAuth scope, and what it lets its holder read, or write, in its departments. */
export const scopes = {
  "inspections:read": "contrôles d'un établissement nommé, constats et suites",
  "inspections:schedule": "dates de contrôle à venir, contrôles inopinés compris",
  "plans:unpublished": "plans d'inspection et bilans qui ne sont pas encore publiés",
  "observations:withheld": "chiffres non publiés ou couverts par le secret statistique",
  "access-journal:read": "journal des accès aux données restreintes",
  "values:write": "écriture des chiffres dont le partenaire de l'habilitation est le producteur",
} as const;

export type Scope = keyof typeof scopes;

export function isScope(text: string): text is Scope {
  return Object.hasOwn(scopes, text);
}
