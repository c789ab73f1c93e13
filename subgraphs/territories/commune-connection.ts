import { ObjectType } from "type-graphql";
import { Open } from "../audience.ts";
import { connectionOf } from "../connection.ts";
import { Commune } from "./commune.entity.ts";

@Open()
@ObjectType({ description: "Une page de communes." })
export class CommuneConnection extends connectionOf(Commune, "Commune", Open()) {}
