import { type EnumValue, enumeration } from "../enumeration.ts";
import type { Party } from "../terms/party.ts";
import { Entity, Index, PrimaryKey, Property } from "../tables/columns.ts";

/** What a line tells of an axis, an objective or an action. */
export const DetailKind = enumeration("DetailKind", "Ce qu'une ligne dit d'un axe, d'un objectif ou d'une action.", {
  PARTNER: "Partenaire associé.",
  MEANS: "Moyen engagé.",
  INDICATOR: "Indicateur de suivi.",
  STEP: "Étape, action clé ou sous-action.",
  PRIORITY: "Priorité.",
});
export type DetailKind = EnumValue<typeof DetailKind>;

@Entity()
export class Detail {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Index()
  @Property({ type: "text" })
  programme!: string;

  /** The id of its axis, objective or action. */
  @Property({ type: "text" })
  parent!: string;

  @Property({ type: "integer" })
  position!: number;

  @Property({ type: "text" })
  kind!: DetailKind;

  @Property({ type: "text" })
  label!: string;

  /** Who, of a partner or of means. */
  @Property({ type: "text", nullable: true })
  party!: Party | null;

  /** The code of the hub's indicator, where that is what it follows. */
  @Property({ type: "text", nullable: true })
  indicator!: string | null;
}
