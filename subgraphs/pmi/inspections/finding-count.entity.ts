import { Entity, Index, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import type { CareMode, FollowUpNature, NonComplianceNature } from "./inspection-terms.ts";

export enum FindingKind {
  FOLLOW_UP = "FOLLOW_UP",
  NON_COMPLIANCE = "NON_COMPLIANCE",
  /** Injunctions and closures together: a total over follow-ups. */
  DECISION = "DECISION",
}

/** Findings of a department and year by nature, counted and made secret when the register is recorded. */
@Entity()
@Index({ properties: ["departmentCode", "year"] })
export class FindingCount {
  @PrimaryKey({ type: "integer", autoincrement: true })
  id!: number;

  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "integer" })
  year!: number;

  /** Null: all modes. */
  @Property({ type: "text", nullable: true })
  mode!: CareMode | null;

  @Property({ type: "text" })
  kind!: FindingKind;

  @Property({ type: "text" })
  nature!: FollowUpNature | NonComplianceNature | "DECISION";

  /** Null: covered by statistical secrecy. */
  @Property({ type: "integer", nullable: true })
  count!: number | null;
}
