import { register } from "../../../foundation/territories/register.ts";
import { Entity, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** The label of a target indicator, exactly as circulaire Cnaf C-2026-090 prints it. */
@Entity({ schema: register })
export class OfficialLabel {
  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  label!: string;
}
