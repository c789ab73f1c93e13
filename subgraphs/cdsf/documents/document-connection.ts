import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { Document } from "./document.entity.ts";

@Open()
@ObjectType({ description: "Une page de documents." })
export class DocumentConnection extends connectionOf(Document, "Document", Open()) {}
