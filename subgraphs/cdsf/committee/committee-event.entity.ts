import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Événement du calendrier d'un comité, tel qu'un document l'imprime." })
export class CommitteeEvent {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesCommittee, { mapToPk: true, createForeignKeyConstraint: false })
  committee!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown("text", "Date ou période, telle qu'imprimée.")
  printedDate!: string;

  @Shown("text", "Événement.")
  label!: string;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
