import { Entity, Index, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import type { FollowUpNature, NonComplianceNature } from "./inspection-terms.ts";

export enum FindingKind {
  FOLLOW_UP = "FOLLOW_UP",
  NON_COMPLIANCE = "NON_COMPLIANCE",
}

/** Findings of a department and year by nature, counted when the register is recorded; shown once the review is published. */
@Entity()
@Index({ properties: ["departmentCode", "year"] })
export class FindingCount {
  @PrimaryKey({ type: "integer", autoincrement: true })
  id!: number;

  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "integer" })
  year!: number;

  @Property({ type: "text" })
  kind!: FindingKind;

  @Property({ type: "text" })
  nature!: FollowUpNature | NonComplianceNature;

  @Property({ type: "integer" })
  count!: number;
}
