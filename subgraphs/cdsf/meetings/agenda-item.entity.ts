import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Meeting } from "./meeting.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Point de l'ordre du jour d'une réunion." })
export class AgendaItem {
  @ManyToOne(() => Meeting, { mapToPk: true, primary: true, createForeignKeyConstraint: false })
  meeting!: string;

  /** From 1. */
  @PrimaryKey({ type: "integer" })
  position!: number;

  @Shown("text", "Libellé.")
  label!: string;

  /** The ids of those that were looked at. */
  @Property({ type: "text[]" })
  documents!: string[];
}
