import { Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { bodies } from "../committee/readings.ts";
import { Document } from "../documents/document.entity.ts";
import { knownDocuments } from "../documents/readings.ts";
import { committeeOf } from "./committee-of.ts";
import { ActionState, actionState } from "../../../foundation/programmes/action-state.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import { Decision } from "./decision.entity.ts";
import { Meeting } from "./meeting.entity.ts";
import { agendaOf, decisionsOf } from "./readings.ts";

@Open()
@ObjectType({ description: "Participation à une réunion." })
class Attendance {
  @Field(() => Int, { description: "Membres présents ou représentés." })
  present!: number;

  @Field(() => Int, { nullable: true, description: "Membres convoqués ; null si la source ne le dit pas." })
  of!: number | null;
}

@Resolver(() => Meeting)
export class MeetingResolver {
  @FieldResolver(() => CommitteeBody, { nullable: true, description: "Instance qui se réunit." })
  body(@Root() { body }: Meeting, @Ctx() context: Context): Read<CommitteeBody | null> {
    return bodies(context, body);
  }

  @FieldResolver(() => Attendance, { nullable: true, description: "Participation ; null si elle n'est pas connue." })
  attendance(@Root() { present, invited }: Meeting): Attendance | null {
    return present === null ? null : { present, of: invited };
  }

  @FieldResolver(() => [AgendaItem], { description: "Ordre du jour." })
  @Directive("@listSize(assumedSize: 4)")
  agenda(@Root() { id }: Meeting, @Ctx() context: Context): Read<AgendaItem[]> {
    return agendaOf(context, id);
  }

  @FieldResolver(() => [Decision], { description: "Décisions, dans l'ordre où elles ont été prises." })
  @Directive("@listSize(assumedSize: 4)")
  decisions(@Root() { id }: Meeting, @Ctx() context: Context): Read<Decision[]> {
    return decisionsOf(context, id);
  }

  @FieldResolver(() => [Document], { description: "Documents de la réunion : convocation, compte rendu, ce qui y a été présenté." })
  @Directive("@listSize(assumedSize: 2)")
  documents(@Root() { documents }: Meeting, @Ctx() context: Context): Promise<Document[]> {
    return knownDocuments(context, documents);
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @FieldResolver(() => [Document], { description: "Documents examinés." })
  @Directive("@listSize(assumedSize: 1)")
  documents(@Root() { documents }: AgendaItem, @Ctx() context: Context): Promise<Document[]> {
    return knownDocuments(context, documents);
  }
}

@Resolver(() => Decision)
export class DecisionResolver {
  @FieldResolver(() => ActionState, { description: "Où elle en est." })
  state(@Root() { meeting, told, dueOn }: Decision): ActionState {
    return actionState(told, dueOn, today(committeeOf(meeting)));
  }
}
