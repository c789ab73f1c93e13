import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";

@Open()
@ObjectType({ description: "Comité départemental des services aux familles (CDSF)." })
@Directive('@key(fields: "id")')
export class FamilyServicesCommittee {
  @Field(() => ID, { description: "Code du département." })
  id!: string;
}
