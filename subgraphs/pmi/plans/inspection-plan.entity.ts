import { Directive, Field, ObjectType } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { holds, readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { Entity, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
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
  @Shown("text", "Identifiant : département et année.", { key: true })
  id!: string;

  @Property({ type: "text" })
  departmentCode!: string;

  @Shown("integer", "Année du plan.")
  year!: number;

  @Shown(PlanStatus, "État du plan.")
  status!: PlanStatus;

  @Shown("date", "Date à laquelle il a été établi.", { nullable: true })
  establishedOn!: string | null;

  @Shown("date", "Date de publication.", { nullable: true })
  publishedOn!: string | null;

  @Shown("text[]", "Orientations.")
  orientations!: string[];

  @Shown("integer", "Nombre d'EAJE autorisés (L. 2324-1 CSP) recensé par le plan.", { nullable: true })
  authorisedFacilities!: number | null;

  @Shown("integer", "Nombre d'assistants maternels agréés recensé par le plan.", { nullable: true })
  licensedChildminders!: number | null;

  @Shown("integer", "Nombre de personnes morales et d'entrepreneurs individuels de garde à domicile recensé par le plan.", {
    nullable: true,
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
