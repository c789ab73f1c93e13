import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { type Scope, scopes } from "../../../foundation/rights/scopes.ts";

@Open()
@ObjectType("Scope", { description: "Portée d'une habilitation (« scope » OAuth 2.0) : une sorte de données qui ne sont pas ouvertes." })
export class DescribedScope {
  @Field(() => String, { description: "Nom de la portée dans les jetons, par exemple « inspections:read »." })
  name!: Scope;

  @Field(() => String, { description: "Ce que la portée permet de lire, ou d'écrire, dans les départements de l'habilitation." })
  opens!: string;

  static of(name: Scope): DescribedScope {
    return { name, opens: scopes[name] };
  }
}
