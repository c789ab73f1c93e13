import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { FamilyServicesCommittee } from "../committee/family-services-committee.entity.ts";
import { committees } from "../committee/readings.ts";
import { Department } from "../territory.stub.ts";
import { dueIndicators } from "./due-indicators.ts";
import { Indicator } from "./indicator.ts";

@Resolver(() => Department)
export class DepartmentResolver {
  @FieldResolver(() => FamilyServicesCommittee, {
    nullable: true,
    description: "Comité départemental des services aux familles ; null si ce territoire n'en a pas.",
  })
  committee(@Root() { code }: Department, @Ctx() context: Context): Read<FamilyServicesCommittee | null> {
    return committees(context, code);
  }

  @FieldResolver(() => [Indicator], { nullable: true, description: "Indicateurs du catalogue pour ce département et une année." })
  @Directive("@listSize(assumedSize: 72)")
  indicators(
    @Root() { code }: Department,
    @Arg("year", () => Int, { description: "Année décrite par les chiffres." }) year: number,
    @Arg("codes", () => [ID], { nullable: true, description: "Ne garder que ces codes d'indicateur." }) codes: string[] | undefined,
    @Ctx() context: Context,
  ): Promise<Indicator[]> {
    return dueIndicators({ department: code, year, codes }, context);
  }
}
