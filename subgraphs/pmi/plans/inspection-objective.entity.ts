import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { CareMode, ControlKind, InspectionAuthority } from "../inspections/inspection-terms.ts";
import type { RegisterKey } from "../inspections/readings.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";

@Entity({ policies: [readableWhere('exists (select from "pmi"."inspection_plan" p where p.id = plan_id)')] })
@Open()
@ObjectType({ description: "Objectif quantifié du plan, par mode d'accueil, catégorie, autorité et nature de contrôle (D. 2324-51 CSP)." })
export class InspectionObjective {
  /** `<plan>-<line of the file>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @ManyToOne(() => InspectionPlan, { mapToPk: true })
  plan!: string;

  /** The register in which what it plans is done. */
  register!: RegisterKey;

  @Property({ type: "integer" })
  position!: number;

  @Shown(CareMode, "Mode d'accueil.")
  mode!: CareMode;

  @Shown(FacilityCategory, "Catégorie d'EAJE ; null : toutes.", { nullable: true })
  category!: FacilityCategory | null;

  @Shown(InspectionAuthority, "Autorité.")
  authority!: InspectionAuthority;

  @Shown(ControlKind, "Nature du contrôle.")
  controlKind!: ControlKind;

  @Shown("integer", "Nombre de contrôles prévu.")
  planned!: number;
}
