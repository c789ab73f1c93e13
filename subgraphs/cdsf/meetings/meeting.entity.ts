import { Directive, ObjectType } from "type-graphql";
import { Field } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property, Unique } from "../../../foundation/tables/columns.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";

@Entity()
@Unique({ properties: ["rank"] })
@Open()
@ObjectType({ description: "Réunion d'une instance du comité : ordre du jour, participation, décisions ; jamais le nom d'une personne." })
@Directive('@key(fields: "id")')
export class Meeting {
  /** `<body>-<AAAA-MM-JJ>`: a body meets once a day. */
  @Shown("text", "Identifiant : instance et jour.", { key: true })
  id!: string;

  /** Of the committee, by which its meetings are listed. */
  @Index()
  @Property({ type: "text" })
  committee!: string;

  @ManyToOne(() => CommitteeBody, { mapToPk: true, createForeignKeyConstraint: false })
  body!: string;

  @Shown("date", "Jour de la réunion.")
  on!: string;

  /** The day, then the id: the order of a list. */
  @Property({ type: "text" })
  rank!: string;

  @Property({ type: "integer", nullable: true })
  present!: number | null;

  @Property({ type: "integer", nullable: true })
  invited!: number | null;

  /** The ids of its documents. */
  @Property({ type: "text[]" })
  documents!: string[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
