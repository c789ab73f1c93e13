import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { registerCounts, registerFindings, registerYears } from "../inspections/readings.ts";
import { ReviewDimension, reviewMargins } from "../inspections/review-margins.ts";
import { InspectionReview } from "./inspection-review.entity.ts";

@Open()
@ObjectType({ description: "Ce que le bilan compte d'une autorité, d'un mode, d'une catégorie ou d'une nature, dans tout le département." })
class ReviewMargin {
  @Field(() => ReviewDimension, { description: "Ce selon quoi le nombre est compté." })
  dimension!: ReviewDimension;

  @Field(() => String, { description: "Code de l'autorité, du mode, de la catégorie ou de la nature (voir codeLists)." })
  code!: string;

  @Field(() => String, { description: "Ce que ce code veut dire." })
  label!: string;

  @Field(() => String, {
    description:
      "Code de l'indicateur dont ce nombre est une valeur, une fois le bilan publié : « inspections-cd », « follow-ups-injunction ».",
  })
  indicator!: string;

  @Field(() => Observation, {
    description:
      "Nombre de contrôles, de non-conformités ou de suites, d'après le registre : zéro veut dire aucun. Public avec le bilan, SUPPRESSED jusque-là.",
  })
  count!: Observation;
}

@Resolver(() => InspectionReview)
export class InspectionReviewResolver {
  @FieldResolver(() => [ReviewMargin], {
    description:
      "Nombres que le bilan rend publics (D. 2324-52 CSP), pour le département entier. Aucun ne croise deux dimensions : une nature dans une catégorie désignerait un établissement.",
  })
  @Directive("@listSize(assumedSize: 24)")
  async margins(
    @Root() { register }: InspectionReview,
    @Arg("dimension", () => ReviewDimension, { nullable: true, description: "Une seule ; par défaut, toutes." })
    wanted: ReviewDimension | undefined,
    @Ctx() context: Context,
  ): Promise<ReviewMargin[]> {
    const [counts, findings, [year]] = await Promise.all([
      registerCounts(context, register),
      registerFindings(context, register),
      registerYears(context, register),
    ]);
    return reviewMargins({ counts, findings })
      .filter(({ dimension }) => !wanted || dimension === wanted)
      .map(({ dimension, code, label, measure, unit, count: value }) => {
        const count = year?.reviewed
          ? Observation.of({ value, unit, status: ObservationStatus.PUBLISHED, computedBy: fromRegister, source: year.source })
          : Observation.absent(unit, ObservationStatus.SUPPRESSED);
        return Object.assign(new ReviewMargin(), { dimension, code, label, indicator: measure, count });
      });
  }
}

const fromRegister = computedByHub("bilan annuel, d'après le registre des inspections");
