import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Axe d'un schéma départemental des services aux familles." })
export class SchemeAxis {
  /** `<scheme>-axe-<number>`. */
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant." })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  @Property({ type: "integer" })
  @Field(() => Int, { description: "Numéro." })
  number!: number;

  @Property({ type: "text" })
  @Field(() => String, { description: "Libellé." })
  label!: string;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Calendrier, tel qu'imprimé." })
  calendar!: string | null;
}
