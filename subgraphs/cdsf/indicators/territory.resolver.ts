import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { FamilyServicesCommittee } from "../committee/family-services-committee.entity.ts";
import { committees } from "../committee/readings.ts";
import { Territory } from "../territory.stub.ts";
import { dueIndicators } from "./due-indicators.ts";
import { Indicator } from "./indicator.ts";

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => FamilyServicesCommittee, {
    nullable: true,
    description: "Comité départemental des services aux familles d'un département ; null si ce territoire n'en a pas.",
  })
  committee(@Root() { level, code }: Territory, @Ctx() context: Context): Read<FamilyServicesCommittee | null> {
    return level === TerritoryLevel.DEPARTMENT ? committees(context, code) : null;
  }

  @FieldResolver(() => [Indicator], { nullable: true, description: "Indicateurs du catalogue pour ce territoire et une année." })
  @Directive("@listSize(assumedSize: 72)")
  indicators(
    @Root() { level, code }: Territory,
    @Arg("year", () => Int, { description: "Année décrite par les chiffres." }) year: number,
    @Arg("codes", () => [ID], { nullable: true, description: "Ne garder que ces codes d'indicateur." }) codes: string[] | undefined,
    @Ctx() context: Context,
  ): Promise<Indicator[]> {
    return dueIndicators({ level, code, year, codes }, context);
  }
}
