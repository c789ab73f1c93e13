import { Entity, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { holds, readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { PlanStatus } from "../inspections/inspection-terms.ts";
import { isPlanLate, planDueOn } from "./late.ts";

@Entity({ policies: [readableWhere(`status = '${PlanStatus.PUBLISHED}' or ${holds("plans:unpublished", "department_code")}`)] })
@Open()
@ObjectType({
  description:
    "Plan annuel départemental d'inspection et de contrôle, établi conjointement par le préfet et le président du conseil départemental (L. 2324-2-2 et D. 2324-51 du code de la santé publique).",
})
@Directive('@key(fields: "id")')
export class InspectionPlan {
  /** `<department>-<year>`. */
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant : département et année." })
  id!: string;

  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "integer" })
  @Field(() => Int, { description: "Année du plan." })
  year!: number;

  @Property({ type: "text" })
  @Field(() => PlanStatus, { description: "État du plan." })
  status!: PlanStatus;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Date à laquelle il a été établi." })
  establishedOn!: string | null;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Date de publication." })
  publishedOn!: string | null;

  @Property({ type: "text[]" })
  @Field(() => [String], { description: "Orientations." })
  orientations!: string[];

  @Property({ type: "integer", nullable: true })
  @Field(() => Int, { nullable: true, description: "Nombre d'EAJE autorisés (L. 2324-1 CSP) recensé par le plan." })
  authorisedFacilities!: number | null;

  @Property({ type: "integer", nullable: true })
  @Field(() => Int, { nullable: true, description: "Nombre d'assistants maternels agréés recensé par le plan." })
  licensedChildminders!: number | null;

  @Property({ type: "integer", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "Nombre de personnes morales et d'entrepreneurs individuels de garde à domicile recensé par le plan.",
  })
  homeCareProviders!: number | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;

  @Field(() => DateScalar, { description: "Date limite : 31 janvier de l'année (D. 2324-51 CSP)." })
  get dueOn(): string {
    return planDueOn(this.year);
  }

  @Field(() => Boolean, { description: "Vrai si le plan a été établi après la date limite, ou ne l'est pas encore et qu'elle est passée." })
  get late(): boolean {
    return isPlanLate(this, today(this.departmentCode));
  }
}
