import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import type { ActionState } from "../../../foundation/programmes/action-state.ts";
import { Meeting } from "./meeting.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Décision d'une réunion, et ce qu'elle est devenue." })
export class Decision {
  @ManyToOne(() => Meeting, { mapToPk: true, primary: true, createForeignKeyConstraint: false })
  meeting!: string;

  /** From 1. */
  @PrimaryKey({ type: "integer" })
  position!: number;

  @Shown("text", "Libellé.")
  label!: string;

  @Shown(Party, "Qui en est chargé ; null si la réunion ne l'a pas dit.", { nullable: true })
  owner!: Party | null;

  @Shown("date", "Échéance, si la réunion en a fixé une.", { nullable: true })
  dueOn!: string | null;

  /** As it was told last. */
  @Property({ type: "text" })
  told!: ActionState;
}
