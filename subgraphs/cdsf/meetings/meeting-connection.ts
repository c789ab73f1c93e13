import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { Meeting } from "./meeting.entity.ts";

@Open()
@ObjectType({ description: "Une page de réunions." })
export class MeetingConnection extends connectionOf(Meeting, "Meeting", Open()) {}
