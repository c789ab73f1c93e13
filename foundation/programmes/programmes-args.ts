import { ArgsType, Field } from "type-graphql";
import { DateRange, type Days } from "../graph/date-range.ts";
import { DateScalar, isoDay } from "../graph/scalars.ts";
import { Theme } from "./theme.ts";

/** By what a list of programmes is narrowed. */
@ArgsType()
export class ProgrammesArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Ceux qui sont en cours ce jour-là ; ceux dont les jours ne sont pas connus n'en sont pas.",
  })
  activeOn?: string | Date | null;

  @Field(() => DateRange, {
    nullable: true,
    description: "Ceux dont le dernier jour est dans cette période ; ceux dont il n'est pas connu n'en sont pas.",
  })
  endsBetween?: DateRange | null;

  @Field(() => [Theme], { nullable: true, description: "Ceux qui ont une de ces thématiques ; par défaut, tous." })
  themes?: Theme[] | null;

  /** @throws BAD_ARGUMENT. @returns between which days the first and the last day lie, and the themes */
  static wanted({ activeOn, endsBetween, themes }: ProgrammesArgs): { starts: Days | null; ends: Days | null; themes: Theme[] | null } {
    const ends = DateRange.check("endsBetween", endsBetween);
    if (activeOn == null) return { starts: null, ends, themes: themes ?? null };
    const on = isoDay(activeOn);
    const from = ends?.from != null && ends.from > on ? ends.from : on;
    return { starts: { from: null, to: on }, ends: { from, to: ends?.to ?? null }, themes: themes ?? null };
  }
}
