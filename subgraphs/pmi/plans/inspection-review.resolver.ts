import { Arg, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { FindingKind } from "../inspections/finding-count.entity.ts";
import { CareMode, FollowUpNature, NonComplianceNature } from "../inspections/inspection-terms.ts";
import { registerFindings } from "../inspections/readings.ts";
import { InspectionReview } from "./inspection-review.entity.ts";

@Open()
@ObjectType({ description: "Nombre de suites d'une nature." })
class FollowUpCount {
  @Field(() => FollowUpNature, { description: "Nature de la suite." })
  nature!: FollowUpNature;

  @Field(() => Int, { nullable: true, description: "Nombre ; null s'il est couvert par le secret statistique (voir status)." })
  count!: number | null;

  @Field(() => ObservationStatus, { description: "Nature du nombre, ou raison de son absence." })
  get status(): ObservationStatus {
    return this.count === null ? ObservationStatus.SUPPRESSED : ObservationStatus.PUBLISHED;
  }
}

@Open()
@ObjectType({ description: "Nombre de non-conformités d'une nature." })
class NonComplianceCount {
  @Field(() => NonComplianceNature, { description: "Nature de la non-conformité." })
  nature!: NonComplianceNature;

  @Field(() => Int, { nullable: true, description: "Nombre ; null s'il est couvert par le secret statistique (voir status)." })
  count!: number | null;

  @Field(() => ObservationStatus, { description: "Nature du nombre, ou raison de son absence." })
  get status(): ObservationStatus {
    return this.count === null ? ObservationStatus.SUPPRESSED : ObservationStatus.PUBLISHED;
  }
}

const onlyMode = "Ne compter que ce mode d'accueil ; par défaut, tous.";

@Resolver(() => InspectionReview)
export class InspectionReviewResolver {
  @FieldResolver(() => [FollowUpCount], { description: "Suites données aux contrôles de l'année, par nature." })
  @Directive("@listSize(assumedSize: 6)")
  async followUps(
    @Root() review: InspectionReview,
    @Arg("mode", () => CareMode, { nullable: true, description: onlyMode }) mode: CareMode | undefined,
    @Ctx() context: Context,
  ): Promise<FollowUpCount[]> {
    const counts = await findings(review, FindingKind.FOLLOW_UP, mode, context);
    return counts.map(({ nature, count }) => Object.assign(new FollowUpCount(), { nature, count }));
  }

  @FieldResolver(() => [NonComplianceCount], { description: "Non-conformités constatées dans l'année, par nature." })
  @Directive("@listSize(assumedSize: 6)")
  async nonCompliances(
    @Root() review: InspectionReview,
    @Arg("mode", () => CareMode, { nullable: true, description: onlyMode }) mode: CareMode | undefined,
    @Ctx() context: Context,
  ): Promise<NonComplianceCount[]> {
    const counts = await findings(review, FindingKind.NON_COMPLIANCE, mode, context);
    return counts.map(({ nature, count }) => Object.assign(new NonComplianceCount(), { nature, count }));
  }
}

/** The stored counts of a kind, of one mode or of all, in the order of natures. */
async function findings({ register }: InspectionReview, kind: FindingKind, mode: CareMode | undefined, context: Context) {
  const rows = await registerFindings(context, register);
  return rows.filter((row) => row.kind === kind && row.mode === (mode ?? null));
}
