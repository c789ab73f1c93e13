import { Arg, Args, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { agreementsHeldBy } from "./agreements/readings.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { BeneficiaryCount, beneficiariesDescription, beneficiariesOf } from "./coverage/beneficiary-count.ts";
import { Coverage, CoverageArgs, coverageDescription, coverageOf } from "./coverage/coverage.ts";
import { FormerEpci } from "./territory.stub.ts";

@Resolver(() => FormerEpci)
export class FormerEpciResolver {
  @FieldResolver(() => [Coverage], { nullable: true, description: coverageDescription })
  @Directive("@listSize(assumedSize: 3)")
  coverage(@Root() epci: FormerEpci, @Args(() => CoverageArgs) args: CoverageArgs, @Ctx() context: Context): Promise<Coverage[]> {
    return coverageOf(context, TerritoryLevel.FORMER_EPCI, epci.code, args);
  }

  @FieldResolver(() => [BeneficiaryCount], { nullable: true, description: beneficiariesDescription })
  @Directive("@listSize(assumedSize: 5)")
  beneficiaries(
    @Root() epci: FormerEpci,
    @Arg("year", () => Int, { nullable: true, description: "Une seule année ; par défaut, toutes celles que le hub connaît." }) year:
      | number
      | null,
    @Ctx() context: Context,
  ): Promise<BeneficiaryCount[]> {
    return beneficiariesOf(context, TerritoryLevel.FORMER_EPCI, epci.code, year);
  }

  @FieldResolver(() => [TerritorialAgreement], {
    nullable: true,
    description: "Conventions territoriales globales (CTG) portées par l'ancien EPCI, la plus récente d'abord.",
  })
  @Directive("@listSize(assumedSize: 1)")
  agreements(@Root() epci: FormerEpci, @Ctx() context: Context): Read<TerritorialAgreement[]> {
    return agreementsHeldBy(context, epci.code);
  }
}
