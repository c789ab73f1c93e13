import { PrimaryKeyProp } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";

/** The label of a target indicator, exactly as circulaire Cnaf C-2026-090 prints it. */
@Entity()
export class OfficialLabel {
  [PrimaryKeyProp]?: "code";

  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  label!: string;
}
