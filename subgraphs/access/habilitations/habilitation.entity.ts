import { Entity, Index, ManyToOne, PrimaryKey, Property, Trigger } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import type { Scope } from "../../../foundation/rights/scopes.ts";
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
    "Habilitation : le droit d'un organisme de lire, pour une finalité déterminée (article 5 du RGPD), certaines données qui ne sont pas ouvertes, dans certains départements, entre deux dates.",
})
export class Habilitation {
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant de l'habilitation au registre." })
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

  @Property({ type: "text" })
  @Field(() => String, { description: "Finalité : ce à quoi les données servent, et à rien d'autre (article 5, 1, b du RGPD)." })
  purpose!: string;

  @Property({ type: "text" })
  @Field(() => String, { description: "Base légale : le texte qui donne à l'organisme la mission pour laquelle il lit ces données." })
  legalBasis!: string;

  @Property({ type: "date" })
  @Field(() => DateScalar, { description: "Date de la demande." })
  askedOn!: string;

  @Property({ type: "date" })
  @Field(() => DateScalar, { description: "Date de la décision." })
  decidedOn!: string;

  @Property({ type: "text" })
  @Field(() => String, { description: "Fonction de l'autorité qui a décidé ; jamais le nom d'une personne." })
  decidedBy!: string;

  @Property({ type: "date" })
  @Field(() => DateScalar, { description: "Premier jour de validité, à l'heure de Paris." })
  validFrom!: string;

  @Property({ type: "date" })
  @Field(() => DateScalar, { description: "Dernier jour de validité, à l'heure de Paris." })
  validTo!: string;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "Jour à partir duquel l'habilitation est révoquée : ce jour-là, elle n'ouvre plus rien. Null si elle ne l'est pas.",
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
