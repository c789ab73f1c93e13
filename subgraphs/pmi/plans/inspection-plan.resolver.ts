import { Arg, Ctx, Directive, FieldResolver, Float, ID, Int, Query, Resolver, Root } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Finding, findingsOf } from "../../../foundation/findings/finding.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { ControlKind } from "../inspections/inspection-terms.ts";
import { registerCounts, registerYears } from "../inspections/readings.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { attainmentOf } from "./attainment.ts";
import { InspectionObjective } from "./inspection-objective.entity.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";
import { InspectionReview } from "./inspection-review.entity.ts";
import { planRules } from "./findings/plan-rules.ts";
import { objectivesOf } from "./readings.ts";
import { readPlan, readReview } from "./unpublished.ts";

@Resolver(() => InspectionPlan)
export class InspectionPlanResolver {
  @Query(() => InspectionPlan, {
    nullable: true,
    description: "Le plan annuel d'inspection et de contrôle d'un département ; null s'il n'a pas été transmis au hub.",
  })
  inspectionPlan(
    @Arg("department", () => ID, { description: "Code du département." }) department: string,
    @Arg("year", () => Int, { description: "Année du plan." }) year: number,
    @Ctx() context: Context,
  ): Promise<InspectionPlan | null> {
    return readPlan(context, `${department}-${year}`);
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Département." })
  department(@Root() { departmentCode }: InspectionPlan): Territory {
    return Territory.of(TerritoryLevel.DEPARTMENT, departmentCode);
  }

  @FieldResolver(() => [InspectionObjective], { description: "Objectifs quantifiés, dans l'ordre du plan." })
  @Directive("@listSize(assumedSize: 13)")
  async objectives(@Root() { id, departmentCode, year }: InspectionPlan, @Ctx() context: Context): Promise<InspectionObjective[]> {
    const objectives = await objectivesOf(context, id);
    return objectives.map((objective) => Object.assign(new InspectionObjective(), objective, { register: { departmentCode, year } }));
  }

  @FieldResolver(() => InspectionReview, {
    nullable: true,
    description: "Bilan annuel (D. 2324-52 CSP) ; null tant qu'il n'est pas présenté.",
  })
  async review(@Root() plan: InspectionPlan, @Ctx() context: Context): Promise<InspectionReview | null> {
    const { departmentCode, year } = plan;
    const review = await readReview(context, plan);
    return review && Object.assign(new InspectionReview(), review, { register: { departmentCode, year } });
  }

  @FieldResolver(() => [Finding], {
    description: "Ce qui ne va pas dans le plan et dans son bilan, d'après ce qui vous en est ouvert ; vide si rien n'a été trouvé.",
  })
  @Directive("@listSize(assumedSize: 2)")
  async findings(@Root() plan: InspectionPlan, @Ctx() context: Context): Promise<Finding[]> {
    const register = { departmentCode: plan.departmentCode, year: plan.year };
    const [objectives, review, [year], counts] = await Promise.all([
      objectivesOf(context, plan.id),
      readReview(context, plan),
      registerYears(context, register),
      registerCounts(context, register),
    ]);
    return findingsOf(planRules, {
      plan,
      objectives,
      review,
      counts: year?.reviewed ? counts : null,
      today: today(plan.departmentCode),
    });
  }
}

@Resolver(() => InspectionObjective)
export class InspectionObjectiveResolver {
  @FieldResolver(() => Observation, {
    description:
      "Contrôles réalisés, d'après le registre : zéro veut dire aucun. Public avec le bilan de l'année (D. 2324-52 CSP), SUPPRESSED jusque-là ; d'une nature qui suppose une sanction (INJUNCTION_FOLLOW_UP), jamais par catégorie.",
  })
  async done(@Root() objective: InspectionObjective, @Ctx() context: Context): Promise<Observation> {
    const { register, category, controlKind } = objective;
    const [year] = await registerYears(context, register);
    if (!year) return Observation.absent(controls);
    if (!year.reviewed || (category !== null && controlKind === ControlKind.INJUNCTION_FOLLOW_UP))
      return Observation.absent(controls, ObservationStatus.SUPPRESSED);
    const value = await countOf(objective, context);
    return Observation.of({ value, unit: controls, status: ObservationStatus.PUBLISHED, computedBy: fromRegister, source: year.source });
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "Niveau d'atteinte, en % : réalisé rapporté au prévu ; null si rien n'était prévu, ou si le réalisé n'est pas public.",
  })
  async attainment(@Root() objective: InspectionObjective, @Ctx() context: Context): Promise<number | null> {
    const { value } = await this.done(objective, context);
    return value === null ? null : attainmentOf(value, objective.planned);
  }
}

const controls = "contrôles";
const fromRegister = computedByHub("contrôles de l'objectif, d'après le registre des inspections");

async function countOf({ register, mode, category, authority, controlKind }: InspectionObjective, context: Context): Promise<number> {
  const counts = await registerCounts(context, register);
  return counts
    .filter(
      (row) =>
        !row.isTotal &&
        row.mode === mode &&
        (!category || row.category === category) &&
        row.authority === authority &&
        row.controlKind === controlKind,
    )
    .reduce((total, { done }) => total + done, 0);
}
