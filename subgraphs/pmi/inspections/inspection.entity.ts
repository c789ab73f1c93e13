import { Field, ObjectType } from "type-graphql";
import { Restricted } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { holds, readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { CareMode, ControlKind, FollowUpNature, InspectionAuthority, type NonComplianceNature } from "./inspection-terms.ts";

/** One control of the register: its findings are for the competent authorities of its department. */
@Entity({ policies: [readableWhere(holds("inspections:read", "department_code"))] })
@Index({ properties: ["departmentCode", "year"] })
@ObjectType({ description: "Un contrôle du registre, avec ses constats et ses suites. Réservé aux autorités compétentes du département." })
@Restricted("inspections:read")
export class Inspection {
  @Shown("text", "Identifiant dans le registre du département.", { key: true })
  id!: string;

  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "integer" })
  year!: number;

  @Shown("date", "Date du contrôle.")
  doneOn!: string;

  /** Null for childminders and home care: the register names nobody. */
  @Property({ type: "text", nullable: true })
  facility!: string | null;

  @Shown(CareMode, "Mode d'accueil.")
  mode!: CareMode;

  @Shown(FacilityCategory, "Catégorie d'EAJE ; null pour les autres modes.", { nullable: true })
  category!: FacilityCategory | null;

  /** A joint control is one row, with CD_CAF: it is counted once. */
  @Shown(InspectionAuthority, "Autorité.")
  authority!: InspectionAuthority;

  @Shown(ControlKind, "Nature du contrôle.")
  controlKind!: ControlKind;

  @Shown("boolean", "Vrai si le contrôle était inopiné.")
  unannounced!: boolean;

  /** How many of each nature. */
  @Property({ type: "jsonb" })
  nonCompliances!: Partial<Record<NonComplianceNature, number>>;

  @Shown([FollowUpNature], "Suites données ; aucune si la liste est vide.")
  followUps!: FollowUpNature[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
