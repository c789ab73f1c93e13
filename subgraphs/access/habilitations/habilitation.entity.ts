import { Field, ObjectType } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import type { Scope } from "../../../foundation/rights/scopes.ts";
import { Partner } from "../../../foundation/numbers/partner.ts";
import { Entity, Index, ManyToOne, Property, Trigger } from "../../../foundation/tables/columns.ts";
import { Client } from "../clients/client.entity.ts";
import { endsSoon, isInForce, isOver, noticeDays } from "./in-force.ts";

@Entity()
@Trigger({
  name: "revocation_stands",
  timing: "before",
  events: ["update"],
  when: "old.revoked_on < coalesce(new.revoked_on, 'infinity')",
  body: `raise exception using errcode = 'check_violation', message = format('L''habilitation « %s » est révoquée au %s, et une révocation ne se lève pas : accordez-en une nouvelle, sous un autre identifiant.', old.id, old.revoked_on);`,
})
@Open()
@ObjectType({
  description:
    "Habilitation : le droit d'un organisme de lire, pour une finalité déterminée (article 5 du RGPD), certaines données qui ne sont pas ouvertes, ou d'écrire ses chiffres, dans certains départements, entre deux dates.",
})
export class Habilitation {
  @Shown("text", "Identifiant de l'habilitation au registre.", { key: true })
  id!: string;

  @Index()
  @ManyToOne(() => Client, { mapToPk: true })
  client!: string;

  @Property({ type: "text[]" })
  askedScopes!: Scope[];

  /** Granted: some of those asked. */
  @Property({ type: "text[]" })
  scopes!: Scope[];

  /** Codes of departments. */
  @Property({ type: "text[]" })
  departments!: string[];

  @Shown(
    Partner,
    "Producteur dont l'habilitation permet d'écrire les chiffres (portée « values:write ») ; null si elle ne permet que de lire.",
    { nullable: true },
  )
  partner!: Partner | null;

  @Shown("text", "Finalité : ce à quoi les données servent, et à rien d'autre (article 5, 1, b du RGPD).")
  purpose!: string;

  @Shown("text", "Base légale : le texte qui donne à l'organisme la mission pour laquelle il lit ces données.")
  legalBasis!: string;

  @Shown("date", "Date de la demande.")
  askedOn!: string;

  @Shown("date", "Date de la décision.")
  decidedOn!: string;

  @Shown("text", "Fonction de l'autorité qui a décidé ; jamais le nom d'une personne.")
  decidedBy!: string;

  @Shown("date", "Premier jour de validité, à l'heure de Paris.")
  validFrom!: string;

  @Shown("date", "Dernier jour de validité, à l'heure de Paris.")
  validTo!: string;

  @Shown("date", "Jour à partir duquel l'habilitation est révoquée : ce jour-là, elle n'ouvre plus rien. Null si elle ne l'est pas.", {
    nullable: true,
  })
  revokedOn!: string | null;

  @Field(() => Boolean, { description: "Vrai si l'habilitation est en vigueur aujourd'hui ; faux si elle est encore à venir." })
  get inForce(): boolean {
    return isInForce(this, today());
  }

  get isOver(): boolean {
    return isOver(this, today());
  }

  @Field(() => Boolean, {
    description: `Vrai si l'habilitation prend fin, par son terme ou par révocation, dans les ${noticeDays} jours : demandez son renouvellement.`,
  })
  get endsSoon(): boolean {
    return endsSoon(this, today());
  }
}
