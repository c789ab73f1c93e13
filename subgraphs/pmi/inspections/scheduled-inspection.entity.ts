import { Field, ObjectType } from "type-graphql";
import { Restricted } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { holds, readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { ControlKind, InspectionAuthority } from "./inspection-terms.ts";

/** A control to come: who knew the date of an unannounced one would make it an announced one. */
@Entity({ policies: [readableWhere(holds("inspections:schedule", "department_code"))] })
@Index({ properties: ["departmentCode"] })
@ObjectType({ description: "Un contrôle à venir, inopiné ou annoncé. Réservé aux autorités compétentes du département." })
@Restricted("inspections:schedule")
export class ScheduledInspection {
  @Shown("text", "Identifiant chez l'autorité qui le prévoit.", { key: true })
  id!: string;

  @Property({ type: "text" })
  departmentCode!: string;

  @Index()
  @Property({ type: "text" })
  facility!: string;

  @Shown("date", "Date prévue.")
  scheduledOn!: string;

  @Shown(InspectionAuthority, "Autorité.")
  authority!: InspectionAuthority;

  @Shown(ControlKind, "Nature du contrôle.")
  controlKind!: ControlKind;

  @Shown("boolean", "Vrai si l'établissement n'en est pas averti.")
  unannounced!: boolean;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
