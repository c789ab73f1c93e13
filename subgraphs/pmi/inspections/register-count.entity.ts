import { Entity, Index, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import type { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import type { CareMode, ControlKind, InspectionAuthority } from "./inspection-terms.ts";

/** Controls of a department and year, counted when the register is recorded: who reads counts never touches the register. */
@Entity()
@Index({ properties: ["departmentCode", "year"] })
export class RegisterCount {
  @PrimaryKey({ type: "integer", autoincrement: true })
  id!: number;

  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "integer" })
  year!: number;

  @Property({ type: "text" })
  mode!: CareMode;

  /** Null where `isTotal`, or where the mode knows no category. */
  @Property({ type: "text", nullable: true })
  category!: FacilityCategory | null;

  @Property({ type: "text", nullable: true })
  authority!: InspectionAuthority | null;

  @Property({ type: "text", nullable: true })
  controlKind!: ControlKind | null;

  @Property({ type: "integer" })
  done!: number;

  /** Distinct facilities controlled. */
  @Property({ type: "integer" })
  facilities!: number;

  /** Whether the row is its mode's total: facilities controlled twice count once. */
  @Property({ type: "boolean" })
  isTotal!: boolean;
}
