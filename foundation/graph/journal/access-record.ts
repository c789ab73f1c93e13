import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { Scope } from "../../rights/scopes.ts";
import { Restricted } from "../audience.ts";
import { connectionOf } from "../connection.ts";
import { DateTimeScalar } from "../scalars.ts";

/** One reading of restricted data, or one refusal: who, when, why, what; never a value. */
@ObjectType({ description: "Une lecture de données restreintes, ou un refus. Ni valeur ni jeton n'y figure." })
@Restricted("access-journal:read")
@Directive("@shareable")
export class AccessRecord {
  @Field(() => ID, { description: "Numéro d'ordre dans le journal." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "Instant de la demande." })
  at!: Date;

  @Field(() => String, { description: "Client qui a demandé." })
  client!: string;

  @Field(() => ID, { nullable: true, description: "Habilitation au titre de laquelle il a lu ; null pour un refus." })
  habilitation!: string | null;

  @Field(() => String, { nullable: true, description: "Finalité de cette habilitation ; null pour un refus." })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: "Nom de l'opération GraphQL ; null si le client ne l'a pas nommée." })
  operation!: string | null;

  @Field(() => String, { description: "Portée exigée (par exemple « inspections:read »)." })
  scope!: Scope;

  @Field(() => String, { description: "Ce qui a été lu ou demandé : type et identifiant (établissement, plan, chiffre)." })
  subject!: string;

  departments!: string[];

  @Field(() => Int, { description: "Nombre d'enregistrements restreints rendus ; zéro pour un refus." })
  rows!: number;

  @Field(() => Boolean, { description: "Vrai si la lecture a été permise, faux si elle a été refusée." })
  allowed!: boolean;
}

@ObjectType({ description: "Une page du journal des accès." })
@Restricted("access-journal:read")
@Directive("@shareable")
export class AccessRecordConnection extends connectionOf(
  AccessRecord,
  "AccessRecord",
  Restricted("access-journal:read"),
  Directive("@shareable") as ClassDecorator,
) {}
