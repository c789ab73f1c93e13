import { ObjectType } from "type-graphql";
import { connectionOf } from "../connection.ts";
import { Open } from "../rights/audience.ts";
import { Commune } from "./commune.entity.ts";

@Open()
@ObjectType({ description: "Une page de communes." })
export class CommuneConnection extends connectionOf(Commune, "Commune", Open()) {}
