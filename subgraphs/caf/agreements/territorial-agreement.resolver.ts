import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { withKnown } from "../../../foundation/numbers/known.ts";
import { programmeResolver } from "../../../foundation/programmes/programme.resolver.ts";
import { ProgrammeState } from "../../../foundation/programmes/programme-state.ts";
import { Territory } from "../territory.stub.ts";
import { TerritorialAgreementConnection } from "./agreement-connection.ts";
import { AgreementsArgs } from "./agreements-args.ts";
import { agreements, allAgreements, knownAgreements, knownRealAgreements, realAgreements } from "./readings.ts";
import { AgreementStatus, TerritorialAgreement } from "./territorial-agreement.entity.ts";

@Resolver(() => TerritorialAgreement)
export class TerritorialAgreementResolver extends programmeResolver(TerritorialAgreement, Territory) {
  @Query(() => TerritorialAgreement, {
    nullable: true,
    description: "Une convention territoriale globale (CTG) par son identifiant ; null si le hub ne la connaît pas.",
  })
  agreement(
    @Arg("id", () => ID, { description: "Identifiant donné par « agreements »." }) id: string,
    @Ctx() context: Context,
  ): Read<TerritorialAgreement | null> {
    return agreements(context, id);
  }

  @Query(() => TerritorialAgreementConnection, {
    nullable: true,
    description:
      "Conventions territoriales globales (CTG) de toute la France que le hub connaît, par identifiant, y compris les lignes qui disent qu'il n'y en a pas (NONE).",
  })
  @Page()
  async agreements(
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => AgreementsArgs) args: AgreementsArgs,
    @Arg("includeDemonstration", () => Boolean, { defaultValue: false, description: "Avec celles du département fictif de démonstration." })
    includeDemonstration: boolean,
    @Ctx() context: Context,
  ): Promise<TerritorialAgreementConnection> {
    const [list, known] = includeDemonstration ? [allAgreements, knownAgreements] : [realAgreements, knownRealAgreements];
    return withKnown(await list.page(context, null, page, AgreementsArgs.wantedAgreements(args)), known, context, null);
  }

  @FieldResolver(() => Territory, {
    nullable: true,
    description: "Territoire qui porte la convention : commune, EPCI ou département.",
  })
  holder(@Root() { holder }: TerritorialAgreement): Territory {
    return Territory.reference({ id: holder });
  }

  protected override stateOn(agreement: TerritorialAgreement, on: string): ProgrammeState {
    if (agreement.status === AgreementStatus.NONE) return ProgrammeState.NONE;
    return agreement.status === AgreementStatus.IN_PREPARATION ? ProgrammeState.IN_PREPARATION : super.stateOn(agreement, on);
  }
}
