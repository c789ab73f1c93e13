import { page } from "../../../foundation/graph/readings/page.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import { Decision } from "./decision.entity.ts";
import { Meeting } from "./meeting.entity.ts";

export const meetings = one(Meeting, "id");
export const meetingsOf = page(Meeting, { of: "committee", key: "rank", filters: ["body"], ranges: ["on"] });
export const agendaOf = many(AgendaItem, "meeting", { order: ["position"] });
export const decisionsOf = many(Decision, "meeting", { order: ["position"] });
