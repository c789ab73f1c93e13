import { ObjectType } from "type-graphql";
import { todayIn } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { holds, readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { Entity, OneToOne } from "../../../foundation/tables/columns.ts";
import type { RegisterKey } from "../inspections/readings.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";
import { isPublishedBy } from "./published.ts";

// A plan has a publication date too: each column says whose it is.
@Entity({
  policies: [
    readableWhere(
      `exists (select from "pmi"."inspection_plan" p where p.id = inspection_review.plan_id and (${isPublishedBy("inspection_review.published_on", todayIn("p.department_code"))} or ${holds("plans:unpublished", "p.department_code")}))`,
    ),
  ],
})
@Open()
@ObjectType({
  description:
    "Bilan annuel du plan d'inspection et de contrôle, présenté au CDSF puis annexé à sa synthèse (D. 2324-52 CSP). Agrégé et public.",
})
export class InspectionReview {
  @OneToOne(() => InspectionPlan, { mapToPk: true, primary: true })
  plan!: string;

  /** The register of which it tells. */
  register!: RegisterKey;

  @Shown("date", "Date de présentation au CDSF.", { nullable: true })
  presentedOn!: string | null;

  @Shown("date", "Date à laquelle il a été annexé à la synthèse annuelle, due le 1er février de l'année suivante.", { nullable: true })
  annexedOn!: string | null;

  @Shown("date", "Date de publication sur les sites du conseil départemental et de la Caf.", { nullable: true })
  publishedOn!: string | null;

  @Shown("text[]", "Éléments d'appréciation de la qualité.")
  qualityNotes!: string[];
}
