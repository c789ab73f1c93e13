import { Arg, Ctx, Directive, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { FacilityCategory } from "../facilities/facility-category.ts";
import { CareMode, ControlKind, InspectionAuthority } from "../inspections/inspection-terms.ts";
import { registerCounts } from "../inspections/readings.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { attainmentOf } from "./attainment.ts";
import { InspectionObjective } from "./inspection-objective.entity.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";
import { InspectionReview } from "./inspection-review.entity.ts";
import { objectivesOf } from "./readings.ts";
import { readPlan, readReview } from "./unpublished.ts";

@Open()
@ObjectType({
  description: "Contrôles réalisés, par mode d'accueil, catégorie, autorité et nature. Un contrôle conjoint est compté une seule fois.",
})
class InspectionCount {
  @Field(() => CareMode, { description: "Mode d'accueil." })
  mode!: CareMode;

  @Field(() => FacilityCategory, { nullable: true, description: "Catégorie d'EAJE ; null pour les autres modes." })
  category!: FacilityCategory | null;

  @Field(() => InspectionAuthority, { description: "Autorité." })
  authority!: InspectionAuthority;

  @Field(() => ControlKind, { description: "Nature du contrôle." })
  controlKind!: ControlKind;

  @Field(() => Int, { description: "Nombre de contrôles réalisés." })
  done!: number;

  @Field(() => Int, { description: "Nombre d'établissements contrôlés au moins une fois." })
  facilities!: number;
}

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

  @FieldResolver(() => [InspectionCount], { description: "Contrôles réalisés dans l'année, d'après le registre." })
  @Directive("@listSize(assumedSize: 17)")
  async counts(@Root() { departmentCode, year }: InspectionPlan, @Ctx() context: Context): Promise<InspectionCount[]> {
    const counts = await registerCounts(context, { departmentCode, year });
    return counts.filter(({ isTotal }) => !isTotal).map((row) => Object.assign(new InspectionCount(), row));
  }
}

@Resolver(() => InspectionObjective)
export class InspectionObjectiveResolver {
  @FieldResolver(() => Int, { description: "Nombre de contrôles réalisés, d'après le registre : zéro veut dire aucun." })
  async done(@Root() { register, mode, category, authority, controlKind }: InspectionObjective, @Ctx() context: Context): Promise<number> {
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

  @FieldResolver(() => Float, {
    nullable: true,
    description: "Niveau d'atteinte, en % : réalisé rapporté au prévu ; null si rien n'était prévu.",
  })
  async attainment(@Root() objective: InspectionObjective, @Ctx() context: Context): Promise<number | null> {
    return attainmentOf(await this.done(objective, context), objective.planned);
  }
}
