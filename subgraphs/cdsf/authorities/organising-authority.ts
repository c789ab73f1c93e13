import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";

/** What other subgraphs told of it, where the gateway had to ask. */
interface Told {
  territory?: { legalInhabitants: number | null } | null;
  planners?: { id: string; signedAgreements: { id: string; startOn: string | null; endOn: string | null }[] | null }[] | null;
}

@Open()
@ObjectType({
  description:
    "Autorité organisatrice de l'accueil du jeune enfant (L. 214-1-3 CASF) : toute commune depuis le 1er janvier 2025, et l'intercommunalité à qui elle a confié ses compétences.",
})
@Directive('@key(fields: "id")')
export class OrganisingAuthority {
  @Field(() => ID, { description: "Identifiant de son territoire, par exemple « COMMUNE:52121 »." })
  id!: string;

  told: Told = {};

  static of(id: string, told: Told = {}): OrganisingAuthority {
    return Object.assign(new OrganisingAuthority(), { id, told });
  }
}
