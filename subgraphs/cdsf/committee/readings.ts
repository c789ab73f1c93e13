import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { CommitteeBody } from "./committee-body.entity.ts";
import { CommitteeEvent } from "./committee-event.entity.ts";
import { CommitteeMember } from "./committee-member.entity.ts";
import { Contact } from "./contact.entity.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";
import { Predecessor } from "./predecessor.entity.ts";
import { Seat } from "./seat.entity.ts";

export const committees = one(FamilyServicesCommittee, "id");
export const allCommittees = many(FamilyServicesCommittee, [], { order: ["id"] });
export const bodies = one(CommitteeBody, "id");
export const bodiesOf = many(CommitteeBody, "committee", { order: ["position"] });
export const membersOf = many(CommitteeMember, "body", { order: ["position"] });
export const seatsOf = many(Seat, "committee", { order: ["category", "number", "since"] });
export const predecessorsOf = many(Predecessor, "committee", { order: ["-to", "name"] });
export const contactsOf = many(Contact, "committee", { order: ["role"] });
export const eventsOf = many(CommitteeEvent, "committee", { order: ["position"] });
