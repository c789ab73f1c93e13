import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Objectif (ou orientation) d'un schéma départemental des services aux familles." })
export class SchemeObjective {
  /** `<scheme>-objectif-<code>`. */
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant." })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  /** The id of its axis. */
  @Property({ type: "text" })
  axis!: string;

  @Property({ type: "integer" })
  position!: number;

  @Property({ type: "text" })
  @Field(() => String, { description: "Numéro, par exemple « 1.2 »." })
  code!: string;

  @Property({ type: "text" })
  @Field(() => String, { description: "Libellé." })
  label!: string;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Calendrier, tel qu'imprimé." })
  calendar!: string | null;
}
