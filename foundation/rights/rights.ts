import { type EnumValue, enumeration } from "../enumeration.ts";
import { hubError } from "../errors.ts";
import type { Scope } from "./scopes.ts";

export const ClientKind = enumeration("ClientKind", "Nature d'un appelant du hub.", {
  ANONYMOUS: "Appelant sans jeton : il ne lit que les données ouvertes.",
  PARTNER_SYSTEM: "Système d'information d'un partenaire : Caf, conseil départemental, MSA, France Travail, préfecture…",
  DASHBOARD: "Tableau de bord ou site qui publie des données ouvertes.",
  ANALYST: "Chargé d'études ou chercheur.",
});
export type ClientKind = EnumValue<typeof ClientKind>;

/** One habilitation in force: what a client may read and write, where and for what. */
export interface Grant {
  /** Identifier of the habilitation. */
  habilitation: string;
  scopes: Scope[];
  /** Codes of departments. */
  departments: string[];
  purpose: string;
  /** The producer whose numbers it lets its holder write; without one, nobody's. */
  partner?: string | null;
}

/** Who asks, and what he may read beyond open data. The gateway establishes it; every subgraph receives it with each call. */
export interface Rights {
  /** Null: no token. */
  client: string | null;
  kind: ClientKind;
  grants: Grant[];
}

/** Without a token: open data only. */
export const openData: Rights = Object.freeze({ client: null, kind: ClientKind.ANONYMOUS, grants: [] });

/**
 * The grant that lets the caller use a scope in all these departments; undefined: none does.
 * @throws PURPOSE_REQUIRED where several do, for different purposes, and the request names none of them.
 */
export function grantFor({ grants }: Rights, scope: Scope, departments: readonly string[]): Grant | undefined {
  const [grant, ...others] = grants.filter(
    (each) => each.scopes.includes(scope) && departments.every((code) => each.departments.includes(code)),
  );
  const choices = [grant, ...others].flatMap((each) => (each ? [each.habilitation] : []));
  if (others.some(({ purpose }) => purpose !== grant!.purpose)) throw hubError("PURPOSE_REQUIRED", choices);
  return grant;
}

/** Whether the caller may write something somewhere: what he sends may be longer then. */
export function isWriter({ grants }: Rights): boolean {
  return grants.some(({ scopes }) => scopes.includes("values:write"));
}

/** The departments in which the caller holds each of his scopes. */
export function departmentsByScope({ grants }: Pick<Rights, "grants">): Partial<Record<Scope, string[]>> {
  const held: Partial<Record<Scope, string[]>> = {};
  for (const { scopes, departments } of grants) {
    for (const scope of scopes) held[scope] = [...new Set([...(held[scope] ?? []), ...departments])];
  }
  return held;
}
