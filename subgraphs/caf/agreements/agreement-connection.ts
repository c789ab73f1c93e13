import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { Known, knownText } from "../../../foundation/numbers/known.ts";
import { TerritorialAgreement } from "./territorial-agreement.entity.ts";

@Open()
@ObjectType({ description: "Une page de conventions territoriales globales." })
export class TerritorialAgreementConnection extends connectionOf(TerritorialAgreement, "TerritorialAgreement", Open()) {
  @Field(() => Known, { description: knownText })
  known!: Known;
}
