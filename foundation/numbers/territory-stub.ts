import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { parseTerritoryId, territoryId } from "./territory-id.ts";
import type { TerritoryLevel } from "./territory-level.ts";

/** French, for the owner and for those who add fields to it; one text, as composition wants. */
export const territoryText = {
  territory:
    "Un territoire à n'importe quel échelon : France, région, département, EPCI, commune, bassin d'emploi… Chaque partenaire y ajoute ce qu'il en sait.",
  id: "Identifiant : échelon et code, par exemple « COMMUNE:52121 », « EPCI:200068658 », « DEPARTMENT:52 ».",
};

/** A territory as the subgraphs that do not own it know it. A class of its own for each: two of one process add other fields to it. */
export function territoryStub({ resolvable = true } = {}) {
  @Open()
  @ObjectType("Territory", { description: territoryText.territory })
  @Directive(`@key(fields: "id"${resolvable ? "" : ", resolvable: false"})`)
  class Territory {
    @Field(() => ID, { description: territoryText.id })
    id!: string;

    get level(): TerritoryLevel {
      return parseTerritoryId(this.id).level;
    }

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
