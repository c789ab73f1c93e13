import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { Restricted } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { holds, readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { FacilityCategory } from "../facilities/facility-category.ts";
import { CareMode, ControlKind, FollowUpNature, InspectionAuthority, type NonComplianceNature } from "./inspection-terms.ts";

/** One control of the register: its findings are for the competent authorities of its department. */
@Entity({ policies: [readableWhere(holds("inspections:read", "department_code"))] })
@Index({ properties: ["departmentCode", "year"] })
@ObjectType({ description: "Un contrôle du registre, avec ses constats et ses suites. Réservé aux autorités compétentes du département." })
@Restricted("inspections:read")
export class Inspection {
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant dans le registre du département." })
  id!: string;

  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "integer" })
  year!: number;

  @Property({ type: "date" })
  @Field(() => DateScalar, { description: "Date du contrôle." })
  doneOn!: string;

  /** Null for childminders and home care: the register names nobody. */
  @Property({ type: "text", nullable: true })
  facility!: string | null;

  @Property({ type: "text" })
  @Field(() => CareMode, { description: "Mode d'accueil." })
  mode!: CareMode;

  @Property({ type: "text", nullable: true })
  @Field(() => FacilityCategory, { nullable: true, description: "Catégorie d'EAJE ; null pour les autres modes." })
  category!: FacilityCategory | null;

  /** A joint control is one row, with CD_CAF: it is counted once. */
  @Property({ type: "text" })
  @Field(() => InspectionAuthority, { description: "Autorité." })
  authority!: InspectionAuthority;

  @Property({ type: "text" })
  @Field(() => ControlKind, { description: "Nature du contrôle." })
  controlKind!: ControlKind;

  @Property({ type: "boolean" })
  @Field(() => Boolean, { description: "Vrai si le contrôle était inopiné." })
  unannounced!: boolean;

  /** How many of each nature. */
  @Property({ type: "jsonb" })
  nonCompliances!: Partial<Record<NonComplianceNature, number>>;

  @Property({ type: "text[]" })
  @Field(() => [FollowUpNature], { description: "Suites données ; aucune si la liste est vide." })
  followUps!: FollowUpNature[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
