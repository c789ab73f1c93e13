import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { TerritoryLevel } from "../territory-level.ts";
import { Coverage, CoverageArgs, coverageDescription, coverageOf } from "./coverage.ts";
import { Epci } from "./epci.stub.ts";
import { agreementsHeldBy } from "./loaders.ts";
import { TerritorialAgreement } from "./territorial-agreement.entity.ts";

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
  agreements(@Root() epci: Epci, @Ctx() context: Context): Promise<TerritorialAgreement[]> {
    return context.load(agreementsHeldBy, epci.siren);
  }
}
