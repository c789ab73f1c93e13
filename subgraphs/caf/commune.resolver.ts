import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { agreementsHeldBy } from "./agreements/readings.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { Coverage, CoverageArgs, coverageDescription, coverageOf } from "./coverage/coverage.ts";
import { Commune } from "./territory.stub.ts";

@Resolver(() => Commune)
export class CommuneResolver {
  @FieldResolver(() => [Coverage], {
    nullable: true,
    description: `${coverageDescription} Data.caf.fr publie les communes de plus de 10 000 habitants, et de rares communes plus petites.`,
  })
  @Directive("@listSize(assumedSize: 48)")
  coverage(@Root() commune: Commune, @Args(() => CoverageArgs) args: CoverageArgs, @Ctx() context: Context): Promise<Coverage[]> {
    return coverageOf(context, TerritoryLevel.COMMUNE, commune.code, args);
  }

  @FieldResolver(() => [TerritorialAgreement], {
    nullable: true,
    description: "Conventions territoriales globales (CTG) portées par la commune elle-même, la plus récente d'abord.",
  })
  @Directive("@listSize(assumedSize: 1)")
  agreements(@Root() commune: Commune, @Ctx() context: Context): Read<TerritorialAgreement[]> {
    return agreementsHeldBy(context, commune.code);
  }
}
