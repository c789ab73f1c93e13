import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

@Open()
@ObjectType({ description: "Une page de schémas départementaux." })
export class SchemeConnection extends connectionOf(FamilyServicesScheme, "Scheme", Open()) {}
