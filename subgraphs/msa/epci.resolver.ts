import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { programmesOfTerritory } from "./programmes/readings.ts";
import { RuralProgramme } from "./programmes/rural-programme.entity.ts";
import { Epci } from "./territory.stub.ts";

@Resolver(() => Epci)
export class EpciResolver {
  @FieldResolver(() => [RuralProgramme], {
    nullable: true,
    description:
      "Programmes de la MSA avec cet EPCI (Grandir en milieu rural, charte « Avec les familles »…), du plus récent au plus ancien. Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 2)")
  ruralProgrammes(@Root() epci: Epci, @Ctx() context: Context): Read<RuralProgramme[]> {
    return programmesOfTerritory(context, { level: TerritoryLevel.EPCI, territory: epci.siren });
  }
}
