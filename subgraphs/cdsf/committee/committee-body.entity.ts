import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Instance du CDSF : plénière, comité technique ou thématique, comité des financeurs, groupe de travail." })
export class CommitteeBody {
  /** `<department>-<code>`. */
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant." })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesCommittee, { mapToPk: true, createForeignKeyConstraint: false })
  committee!: string;

  @Property({ type: "integer" })
  position!: number;

  @Property({ type: "text" })
  @Field(() => String, { description: "Nom de l'instance." })
  name!: string;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Nature (stratégique, opérationnelle, financement…), telle qu'imprimée." })
  nature!: string | null;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Pilotage ou composition, tels qu'imprimés." })
  leadership!: string | null;

  @Property({ type: "integer", nullable: true })
  @Field(() => Int, { nullable: true, description: "Nombre de membres imprimé ; il peut compter des lignes et non des personnes." })
  printedMemberCount!: number | null;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Périodicité des réunions, telle qu'imprimée." })
  frequency!: string | null;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Rôle." })
  role!: string | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
