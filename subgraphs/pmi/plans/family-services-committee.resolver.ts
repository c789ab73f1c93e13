import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { plansById } from "../readings.ts";
import { FamilyServicesCommittee } from "./family-services-committee.stub.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";

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
    return context.load(plansById, `${id}-${year}`);
  }
}
