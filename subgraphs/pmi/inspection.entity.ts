import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Source } from "../source.ts";
import type { FacilityCategory } from "./facility-category.ts";
import type { CareMode, ControlKind, FollowUpNature, InspectionAuthority, NonComplianceNature } from "./inspection-terms.ts";

/** One control of the register. Not a GraphQL type: findings of a named facility are for competent authorities; the graph shows counts. */
@Entity()
@Index({ properties: ["departmentCode", "year"] })
export class Inspection {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "integer" })
  year!: number;

  @Property({ type: "date" })
  doneOn!: string;

  /** Null for childminders and home care: the register names nobody. */
  @Property({ type: "text", nullable: true })
  facility!: string | null;

  @Property({ type: "text" })
  mode!: CareMode;

  @Property({ type: "text", nullable: true })
  category!: FacilityCategory | null;

  /** A joint control is one row, with CD_CAF: it is counted once. */
  @Property({ type: "text" })
  authority!: InspectionAuthority;

  @Property({ type: "text" })
  controlKind!: ControlKind;

  @Property({ type: "boolean" })
  unannounced!: boolean;

  /** How many of each nature. */
  @Property({ type: "jsonb" })
  nonCompliances!: Partial<Record<NonComplianceNature, number>>;

  @Property({ type: "text[]" })
  followUps!: FollowUpNature[];

  @ManyToOne(() => Source)
  source!: Source;
}
