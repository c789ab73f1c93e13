import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Action d'un schéma départemental des services aux familles." })
export class SchemeAction {
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant." })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  /** The id of its objective, or of its axis where the document knows no objective. */
  @Property({ type: "text" })
  parent!: string;

  @Property({ type: "integer" })
  position!: number;

  @Property({ type: "text" })
  @Field(() => String, { description: "Libellé." })
  label!: string;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Calendrier, tel qu'imprimé." })
  calendar!: string | null;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Pilote ou comité responsable, tel qu'imprimé." })
  leader!: string | null;
}
