import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Territory } from "../territory.stub.ts";
import { agreements } from "./readings.ts";
import { TerritorialAgreement } from "./territorial-agreement.entity.ts";

@Resolver(() => TerritorialAgreement)
export class TerritorialAgreementResolver {
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

  @FieldResolver(() => Territory, {
    nullable: true,
    description: "Territoire qui porte la convention : commune, EPCI ou département.",
  })
  holder(@Root() { holder }: TerritorialAgreement): Territory {
    return Territory.reference({ id: holder });
  }
}
