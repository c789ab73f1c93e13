import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { Scope } from "../../../foundation/rights/scopes.ts";

@ObjectType({ description: "Un client, tel que l'émetteur de jetons de développement doit le connaître." })
@Directive("@inaccessible")
export class IssuerClient {
  @Field(() => ID, { description: "Identifiant du client." })
  id!: string;

  @Field(() => [String], { description: "Portées qu'une habilitation en vigueur lui accorde." })
  scopes!: Scope[];

  @Field(() => [String], { description: "Clés publiques, chacune un JWK (RFC 7517) en JSON ; deux pendant une rotation." })
  keys!: string[];
}
