import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Document } from "../documents/document.entity.ts";
import { documents } from "../documents/readings.ts";
import { Territory } from "../territory.stub.ts";
import { Deadline, DeadlineConnection } from "./deadline.ts";
import { DeadlinesArgs, type WantedDeadlines } from "./deadlines-args.ts";
import { occurrencesBetween } from "./occurrences.ts";
import { deadlineFacts, deadlineRules } from "./readings.ts";

@Resolver(() => Deadline)
export class DeadlineResolver {
  @Query(() => DeadlineConnection, {
    nullable: true,
    description:
      "Échéances légales de tous les départements qui ont un comité, par date puis par département : par exemple toutes celles qui sont en retard.",
  })
  @Page()
  async deadlines(
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => DeadlinesArgs) args: DeadlinesArgs,
    @Arg("includeDemonstration", () => Boolean, { defaultValue: false, description: "Avec celles du département fictif de démonstration." })
    includeDemonstration: boolean,
    @Ctx() context: Context,
  ): Promise<DeadlineConnection> {
    const slice = PageArgs.check(page);
    const all = (await deadlinesOf(context, null, DeadlinesArgs.wanted(args), includeDemonstration)).toSorted((one, other) =>
      keyOf(one) < keyOf(other) ? -1 : 1,
    );
    const rest = slice.after === null ? all : all.filter((each) => keyOf(each) > slice.after!);
    return pageOf(rest.slice(0, slice.first + 1), slice, all.length, keyOf);
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Département." })
  territory(@Root() { department }: Deadline): Territory {
    return Territory.of(TerritoryLevel.DEPARTMENT, department);
  }

  @FieldResolver(() => Document, { nullable: true, description: "Document qui prouve qu'elle a été tenue." })
  evidence(@Root() { document }: Deadline, @Ctx() context: Context): Read<Document | null> {
    return document === null ? null : documents(context, document);
  }
}

/** A day has one deadline of a rule on one subject, in a department. */
const keyOf = ({ dueOn, department, code, subject }: Deadline) => `${dueOn} ${department} ${code} ${subject}`;

/**
 * The deadlines of a department, or of all, by day.
 * @param department null: all, without the demonstration's unless it is asked for
 */
export async function deadlinesOf(
  context: Context,
  department: string | null,
  { from, to, states, codes, asOf, years }: WantedDeadlines,
  includeDemonstration = false,
): Promise<Deadline[]> {
  const [rules, all] = await Promise.all([
    deadlineRules(context, {}),
    deadlineFacts(context, { department, includeDemonstration, ...years }),
  ]);
  const wanted = rules.filter(({ code }) => codes === null || codes.includes(code));
  return all
    .flatMap((facts) => {
      const day = asOf ?? today(facts.department);
      return occurrencesBetween(from, to, wanted, facts, day).map((each) => Deadline.of(facts.department, each, day));
    })
    .filter(({ state }) => states === null || states.includes(state));
}
