import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { parseTerritoryId, territoryId } from "./territory-id.ts";
import { TerritoryLevel } from "./territory-level.ts";

/** French, for the owner and for those who add fields to it; one text, as composition wants. */
export const territoryText = {
  territory:
    "Un territoire à n'importe quel échelon : France, région, département, EPCI, commune, bassin d'emploi… Chaque partenaire y ajoute ce qu'il en sait.",
  id: "Identifiant : échelon et code, par exemple « COMMUNE:52121 », « EPCI:200068658 », « DEPARTMENT:52 ».",
  level: "Échelon.",
  code: "Code officiel : code géographique Insee d'une région, d'un département ou d'une commune, SIREN d'un EPCI ou d'un EPT, code France Travail d'un bassin d'emploi, FR pour la France.",
};

/** A territory as the subgraphs that do not own it know it, by its identifier alone. A class of its own for each: two of one process add other fields to it. */
export function territoryStub({ resolvable = true } = {}) {
  @Open()
  @ObjectType("Territory", { description: territoryText.territory })
  @Directive(`@key(fields: "id"${resolvable ? "" : ", resolvable: false"})`)
  class Territory {
    @Field(() => ID, { description: territoryText.id })
    id!: string;

    @Field(() => TerritoryLevel, { description: territoryText.level })
    @Directive("@shareable")
    get level(): TerritoryLevel {
      return parseTerritoryId(this.id).level;
    }

    @Field(() => String, { description: territoryText.code })
    @Directive("@shareable")
    get code(): string {
      return parseTerritoryId(this.id).code;
    }

    static of(level: TerritoryLevel, code: string): Territory {
      return Territory.reference({ id: territoryId(level, code) });
    }

    /** For `references`: the territory that a representation of the gateway names. */
    static reference({ id }: { id: string }): Territory {
      return Object.assign(new Territory(), { id });
    }
  }
  return Territory;
}
