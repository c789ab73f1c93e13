import { Field, InputType } from "type-graphql";
import { hubError } from "../errors.ts";
import { DateScalar, isoDay } from "./scalars.ts";

@InputType({
  description:
    "Une période, premier et dernier jour compris. Sans l'un, elle n'a pas de début, ou pas de fin ; sans les deux, elle ne restreint rien.",
})
export class DateRange {
  @Field(() => DateScalar, { nullable: true, description: "Premier jour." })
  from?: string | Date | null;

  @Field(() => DateScalar, { nullable: true, description: "Dernier jour." })
  to?: string | Date | null;

  /**
   * @param name of the argument
   * @throws BAD_ARGUMENT where the last day is before the first. @returns AAAA-MM-JJ
   */
  static check(name: string, range: DateRange | null | undefined): Days | null {
    if (range == null) return null;
    const [from, to] = [range.from, range.to].map((day) => (day == null ? null : isoDay(day))) as [string | null, string | null];
    if (from !== null && to !== null && to < from)
      throw hubError("BAD_ARGUMENT", `« ${name} » finit le ${to}, avant de commencer le ${from} : « to » doit suivre « from ».`);
    return { from, to };
  }
}

/** Days, AAAA-MM-JJ, both of them in the range; null: no end on that side. */
export interface Days {
  from: string | null;
  to: string | null;
}
