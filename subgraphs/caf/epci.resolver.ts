import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { agreementsHeldBy } from "./agreements/readings.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { Coverage, CoverageArgs, coverageDescription, coverageOf } from "./coverage/coverage.ts";
import { Epci } from "./territory.stub.ts";

@Resolver(() => Epci)
export class EpciResolver {
  @FieldResolver(() => [Coverage], { nullable: true, description: coverageDescription })
  @Directive("@listSize(assumedSize: 3)")
  coverage(@Root() epci: Epci, @Args(() => CoverageArgs) args: CoverageArgs, @Ctx() context: Context): Promise<Coverage[]> {
    return coverageOf(context, TerritoryLevel.EPCI, epci.siren, args);
  }

  @FieldResolver(() => [TerritorialAgreement], {
    nullable: true,
    description: "Conventions territoriales globales (CTG) portées par l'EPCI, la plus récente d'abord.",
  })
  @Directive("@listSize(assumedSize: 1)")
  agreements(@Root() epci: Epci, @Ctx() context: Context): Read<TerritorialAgreement[]> {
    return agreementsHeldBy(context, epci.siren);
  }
}
