import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { FamilyServicesCommittee } from "./family-services-committee.stub.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";
import { readPlan } from "./unpublished.ts";

@Resolver(() => FamilyServicesCommittee)
export class FamilyServicesCommitteeResolver {
  @FieldResolver(() => InspectionPlan, {
    nullable: true,
    description: "Plan annuel d'inspection et de contrôle du département ; null s'il n'a pas été transmis au hub.",
  })
  inspectionPlan(
    @Root() { id }: FamilyServicesCommittee,
    @Arg("year", () => Int, { description: "Année du plan." }) year: number,
    @Ctx() context: Context,
  ): Promise<InspectionPlan | null> {
    return readPlan(context, `${id}-${year}`);
  }
}
