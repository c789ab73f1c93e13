import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Partner } from "../../../foundation/numbers/partner.ts";
import { ClientKind, type Grant } from "../../../foundation/rights/rights.ts";
import type { Scope } from "../../../foundation/rights/scopes.ts";
import type { Habilitation } from "../habilitations/habilitation.entity.ts";

@ObjectType({ description: "Ce qu'une habilitation en vigueur ouvre à un client." })
@Directive("@inaccessible")
class CallerGrant implements Grant {
  @Field(() => ID, { description: "Identifiant de l'habilitation." })
  habilitation!: string;

  @Field(() => [String], { description: "Portées accordées." })
  scopes!: Scope[];

  @Field(() => [String], { description: "Codes des départements." })
  departments!: string[];

  @Field(() => String, { description: "Finalité, pour le journal des accès." })
  purpose!: string;

  @Field(() => Partner, { nullable: true, description: "Producteur dont elle permet d'écrire les chiffres." })
  partner!: Partner | null;
}

@ObjectType({ description: "Les droits d'un client à cet instant, que la passerelle demande à chaque requête munie d'un jeton." })
@Directive("@inaccessible")
export class CallerRights {
  @Field(() => ClientKind, { description: "Nature du client." })
  kind!: ClientKind;

  @Directive("@listSize(assumedSize: 3)")
  @Field(() => [CallerGrant], { description: "Habilitations en vigueur ; une liste vide ne laisse que les données ouvertes." })
  grants!: CallerGrant[];
}

/** What habilitations let their client read now, beyond open data. */
export function grantsOf(habilitations: readonly Habilitation[]): CallerGrant[] {
  return habilitations
    .filter(({ inForce }) => inForce)
    .map(({ id, scopes, departments, purpose, partner }) => ({ habilitation: id, scopes, departments, purpose, partner }));
}
