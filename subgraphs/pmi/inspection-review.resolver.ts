import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type RegisterFinding, registerFindings } from "./inspection-register.ts";
import { InspectionReview } from "./inspection-review.entity.ts";
import { CareMode, FollowUpNature, NonComplianceNature } from "./inspection-terms.ts";

@ObjectType({ description: "Nombre de suites d'une nature." })
export class FollowUpCount {
  @Field(() => FollowUpNature, { description: "Nature de la suite." })
  nature!: FollowUpNature;

  @Field(() => Int, { description: "Nombre." })
  count!: number;
}

@ObjectType({ description: "Nombre de non-conformités d'une nature." })
export class NonComplianceCount {
  @Field(() => NonComplianceNature, { description: "Nature de la non-conformité." })
  nature!: NonComplianceNature;

  @Field(() => Int, { description: "Nombre." })
  count!: number;
}

const onlyMode = "Ne compter que ce mode d'accueil ; par défaut, tous.";

@Resolver(() => InspectionReview)
export class InspectionReviewResolver {
  @FieldResolver(() => [FollowUpCount], { description: "Suites données aux contrôles de l'année, par nature." })
  async followUps(
    @Root() review: InspectionReview,
    @Arg("mode", () => CareMode, { nullable: true, description: onlyMode }) mode: CareMode | undefined,
    @Ctx() context: Context,
  ): Promise<FollowUpCount[]> {
    const counts = await findings(review, "FOLLOW_UP", mode, context);
    return counts.map(([nature, count]) => Object.assign(new FollowUpCount(), { nature, count }));
  }

  @FieldResolver(() => [NonComplianceCount], { description: "Non-conformités constatées dans l'année, par nature." })
  async nonCompliances(
    @Root() review: InspectionReview,
    @Arg("mode", () => CareMode, { nullable: true, description: onlyMode }) mode: CareMode | undefined,
    @Ctx() context: Context,
  ): Promise<NonComplianceCount[]> {
    const counts = await findings(review, "NON_COMPLIANCE", mode, context);
    return counts.map(([nature, count]) => Object.assign(new NonComplianceCount(), { nature, count }));
  }
}

/** @returns how many of each nature, in the order of natures. */
async function findings({ plan }: InspectionReview, kind: RegisterFinding["kind"], mode: CareMode | undefined, context: Context) {
  const rows = await context.load(registerFindings, { department: plan.departmentCode, year: plan.year });
  const counts = new Map<RegisterFinding["nature"], number>();
  for (const row of rows) {
    if (row.kind === kind && (!mode || row.mode === mode)) counts.set(row.nature, (counts.get(row.nature) ?? 0) + row.count);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}
