import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { CommitteeBody } from "./committee-body.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Membre d'une instance : une fonction ou un organisme, jamais une personne." })
export class CommitteeMember {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Index()
  @ManyToOne(() => CommitteeBody, { mapToPk: true, createForeignKeyConstraint: false })
  body!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown("text", "Fonction ou organisme, tel qu'imprimé.")
  label!: string;

  @Shown("text", "Qualité (membre, contributeur), si la source la donne.", { nullable: true })
  capacity!: string | null;
}
