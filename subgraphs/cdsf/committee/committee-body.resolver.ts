import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { CommitteeBody } from "./committee-body.entity.ts";
import { CommitteeMember } from "./committee-member.entity.ts";
import { membersOf } from "./readings.ts";

@Resolver(() => CommitteeBody)
export class CommitteeBodyResolver {
  @FieldResolver(() => [CommitteeMember], { description: "Membres, dans l'ordre de la source." })
  @Directive("@listSize(assumedSize: 13)")
  members(@Root() { id }: CommitteeBody, @Ctx() context: Context): Read<CommitteeMember[]> {
    return membersOf(context, id);
  }
}
