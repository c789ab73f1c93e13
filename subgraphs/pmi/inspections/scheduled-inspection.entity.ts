import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { Restricted } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { holds, readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { ControlKind, InspectionAuthority } from "./inspection-terms.ts";

/** A control to come: who knew the date of an unannounced one would make it an announced one. */
@Entity({ policies: [readableWhere(holds("inspections:schedule", "department_code"))] })
@Index({ properties: ["departmentCode"] })
@ObjectType({ description: "Un contrôle à venir, inopiné ou annoncé. Réservé aux autorités compétentes du département." })
@Restricted("inspections:schedule")
export class ScheduledInspection {
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant chez l'autorité qui le prévoit." })
  id!: string;

  @Property({ type: "text" })
  departmentCode!: string;

  @Index()
  @Property({ type: "text" })
  facility!: string;

  @Property({ type: "date" })
  @Field(() => DateScalar, { description: "Date prévue." })
  scheduledOn!: string;

  @Property({ type: "text" })
  @Field(() => InspectionAuthority, { description: "Autorité." })
  authority!: InspectionAuthority;

  @Property({ type: "text" })
  @Field(() => ControlKind, { description: "Nature du contrôle." })
  controlKind!: ControlKind;

  @Property({ type: "boolean" })
  @Field(() => Boolean, { description: "Vrai si l'établissement n'en est pas averti." })
  unannounced!: boolean;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
