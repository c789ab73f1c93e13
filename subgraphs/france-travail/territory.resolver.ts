import { Arg, Directive, FieldResolver, ID, Int, Resolver, Root } from "type-graphql";
import { hubError } from "../../foundation/errors.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { DepartmentWorkforce } from "./needs/department-workforce.ts";
import { earlyChildhoodOccupations } from "./needs/early-childhood-occupations.ts";
import { Territory } from "./territory.stub.ts";

const maxOccupations = 50;

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => [DepartmentWorkforce], {
    nullable: true,
    description:
      "Besoins en main-d'œuvre d'un département, un élément par métier demandé, dans l'ordre demandé (enquête BMO de France Travail). Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 3)")
  workforce(
    @Root() { level, code }: Territory,
    @Arg("year", () => Int, { description: "Année de l'enquête." }) year: number,
    @Arg("occupations", () => [ID], {
      defaultValue: earlyChildhoodOccupations,
      description: `Codes métier BMO (FAP), ${maxOccupations} au plus ; par défaut, les métiers qui concourent à la petite enfance.`,
    })
    occupations: string[],
  ): DepartmentWorkforce[] {
    if (occupations.length > maxOccupations) {
      throw hubError(
        "BAD_ARGUMENT",
        `« occupations » ne peut contenir plus de ${maxOccupations} codes (${occupations.length} reçus) : faites plusieurs requêtes.`,
      );
    }
    if (level !== TerritoryLevel.DEPARTMENT) return [];
    return [...new Set(occupations)].map((occupation) => Object.assign(new DepartmentWorkforce(), { department: code, year, occupation }));
  }
}
