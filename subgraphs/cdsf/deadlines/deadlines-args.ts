import { ArgsType, Field, ID } from "type-graphql";
import { daysBetween } from "../../../foundation/day.ts";
import { hubError } from "../../../foundation/errors.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { DeadlineState } from "./deadline-state.ts";
import { yearsBefore } from "./evidence.ts";

/** Three years, and the day of a leap year. */
const mostDays = 3 * 365 + 1;

/** Which deadlines are asked for. */
@ArgsType()
export class DeadlinesArgs {
  @Field(() => DateScalar, { description: "Premier jour." })
  from!: string | Date;

  @Field(() => DateScalar, { description: "Dernier jour, compris ; trois ans au plus après le premier." })
  to!: string | Date;

  @Field(() => [DeadlineState], { nullable: true, description: "Seulement celles qui en sont là ; par défaut, toutes." })
  states?: DeadlineState[] | null;

  @Field(() => [ID], { nullable: true, description: "Seulement ces échéances, par leur code ; par défaut, toutes." })
  codes?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Jour auquel on regarde : ce qui a été fait après ne l'était pas encore. Par défaut, aujourd'hui dans le département.",
  })
  asOf?: string | Date | null;

  /** @throws BAD_ARGUMENT. @returns days as AAAA-MM-JJ, and years of which documents may say that a deadline was held */
  static wanted({ from, to, states = null, codes = null, asOf }: DeadlinesArgs) {
    const [first, last] = [isoDay(from), isoDay(to)] as [string, string];
    if (last < first) throw hubError("BAD_ARGUMENT", `« to » (${last}) précède « from » (${first}).`);
    if (daysBetween(first, last) > mostDays) throw hubError("BAD_ARGUMENT", "« to » doit suivre « from » de trois ans au plus.");
    return {
      from: first,
      to: last,
      states,
      codes,
      asOf: asOf == null ? null : isoDay(asOf),
      years: { fromYear: Number(first.slice(0, 4)) - yearsBefore, toYear: Number(last.slice(0, 4)) },
    };
  }
}

export type WantedDeadlines = ReturnType<typeof DeadlinesArgs.wanted>;
