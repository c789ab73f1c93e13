import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { registerFindings } from "./inspection-register.ts";
import { InspectionReview } from "./inspection-review.entity.ts";
import { CareMode, FollowUpNature, NonComplianceNature } from "./inspection-terms.ts";

@ObjectType({ description: "Nombre de suites d'une nature." })
export class FollowUpCount {
  @Field(() => CareMode, { description: "Mode d'accueil." })
  mode!: CareMode;

  @Field(() => FollowUpNature, { description: "Nature de la suite." })
  nature!: FollowUpNature;

  @Field(() => Int, { description: "Nombre." })
  count!: number;
}

@ObjectType({ description: "Nombre de non-conformités d'une nature." })
export class NonComplianceCount {
  @Field(() => CareMode, { description: "Mode d'accueil." })
  mode!: CareMode;

  @Field(() => NonComplianceNature, { description: "Nature de la non-conformité." })
  nature!: NonComplianceNature;

  @Field(() => Int, { description: "Nombre." })
  count!: number;
}

@Resolver(() => InspectionReview)
export class InspectionReviewResolver {
  @FieldResolver(() => [FollowUpCount], { description: "Suites données aux contrôles de l'année, par nature." })
  async followUps(@Root() { plan }: InspectionReview, @Ctx() context: Context): Promise<FollowUpCount[]> {
    const findings = await context.load(registerFindings, { department: plan.departmentCode, year: plan.year });
    return findings.filter(({ kind }) => kind === "FOLLOW_UP").map((row) => Object.assign(new FollowUpCount(), row));
  }

  @FieldResolver(() => [NonComplianceCount], { description: "Non-conformités constatées dans l'année, par nature." })
  async nonCompliances(@Root() { plan }: InspectionReview, @Ctx() context: Context): Promise<NonComplianceCount[]> {
    const findings = await context.load(registerFindings, { department: plan.departmentCode, year: plan.year });
    return findings.filter(({ kind }) => kind === "NON_COMPLIANCE").map((row) => Object.assign(new NonComplianceCount(), row));
  }
}
