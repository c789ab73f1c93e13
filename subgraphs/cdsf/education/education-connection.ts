import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { EducationProgramme } from "./education-programme.entity.ts";

@Open()
@ObjectType({ description: "Une page de programmes éducatifs." })
export class EducationProgrammeConnection extends connectionOf(EducationProgramme, "EducationProgramme", Open()) {}
