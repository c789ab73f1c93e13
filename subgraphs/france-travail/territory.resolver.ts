import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from "type-graphql";
import { hubError } from "../../foundation/errors.ts";
import type { Context } from "../../foundation/graph/context.ts";
import { earlyChildhoodOccupations } from "./needs/early-childhood-occupations.ts";
import { needs } from "./needs/readings.ts";
import { RecruitmentNeed } from "./needs/recruitment-need.ts";
import { isSummed } from "./needs/sums-of-lines.ts";
import { Territory } from "./territory.stub.ts";

const maxOccupations = 50;

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => [RecruitmentNeed], {
    nullable: true,
    description:
      "Besoins en main-d'œuvre d'un bassin d'emploi, d'un département, d'une région ou de la France, un élément par métier demandé, dans l'ordre demandé (enquête BMO de France Travail) ; vide aux autres échelons. Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 9)")
  async recruitmentNeeds(
    @Root() { level, code }: Territory,
    @Arg("year", () => Int, { description: "Année de l'enquête." }) year: number,
    @Arg("occupations", () => [ID], {
      defaultValue: earlyChildhoodOccupations,
      description: `Codes métier BMO (FAP), ${maxOccupations} au plus ; par défaut, les métiers qui concourent à la petite enfance.`,
    })
    occupations: string[],
    @Ctx() context: Context,
  ): Promise<RecruitmentNeed[]> {
    if (occupations.length > maxOccupations) {
      throw hubError(
        "BAD_ARGUMENT",
        `« occupations » ne peut contenir plus de ${maxOccupations} codes (${occupations.length} reçus) : faites plusieurs requêtes.`,
      );
    }
    if (!isSummed(level)) return [];
    const keys = [...new Set(occupations)].map((occupation) => ({ level, code, year, occupation }));
    return Promise.all(keys.map(async (key) => (await needs(context, key)) ?? RecruitmentNeed.of(key)));
  }
}
