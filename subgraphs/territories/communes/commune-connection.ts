import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { Commune } from "./commune.entity.ts";

@Open()
@ObjectType({ description: "Une page de communes." })
export class CommuneConnection extends connectionOf(Commune, "Commune", Open()) {}
