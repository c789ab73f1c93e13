import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Comité départemental des services aux familles (CDSF), art. L. 214-5 et D. 214-1 du code de l'action sociale et des familles.",
})
@Directive('@key(fields: "id")')
export class FamilyServicesCommittee {
  /** The department's code: one committee a department. */
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Code du département." })
  id!: string;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Date d'installation, si un document la donne." })
  installedOn!: string | null;
}
