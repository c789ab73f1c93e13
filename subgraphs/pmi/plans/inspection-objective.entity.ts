import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { FacilityCategory } from "../facilities/facility-category.ts";
import { CareMode, ControlKind, InspectionAuthority } from "../inspections/inspection-terms.ts";
import type { RegisterKey } from "../inspections/readings.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";

@Entity({ policies: [readableWhere('exists (select from "pmi"."inspection_plan" p where p.id = plan_id)')] })
@Open()
@ObjectType({ description: "Objectif quantifié du plan, par mode d'accueil, catégorie, autorité et nature de contrôle (D. 2324-51 CSP)." })
export class InspectionObjective {
  /** `<plan>-<line of the file>`. */
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant." })
  id!: string;

  @Index()
  @ManyToOne(() => InspectionPlan, { mapToPk: true })
  plan!: string;

  /** The register in which what it plans is done. */
  register!: RegisterKey;

  @Property({ type: "integer" })
  position!: number;

  @Property({ type: "text" })
  @Field(() => CareMode, { description: "Mode d'accueil." })
  mode!: CareMode;

  @Property({ type: "text", nullable: true })
  @Field(() => FacilityCategory, { nullable: true, description: "Catégorie d'EAJE ; null : toutes." })
  category!: FacilityCategory | null;

  @Property({ type: "text" })
  @Field(() => InspectionAuthority, { description: "Autorité." })
  authority!: InspectionAuthority;

  @Property({ type: "text" })
  @Field(() => ControlKind, { description: "Nature du contrôle." })
  controlKind!: ControlKind;

  @Property({ type: "integer" })
  @Field(() => Int, { description: "Nombre de contrôles prévu." })
  planned!: number;
}
