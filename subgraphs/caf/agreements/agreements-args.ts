import { ArgsType, Field } from "type-graphql";
import { DateRange } from "../../../foundation/graph/date-range.ts";
import { AgreementStatus } from "./territorial-agreement.entity.ts";

/** By what a list of agreements is narrowed. */
@ArgsType()
export class AgreementsArgs {
  @Field(() => AgreementStatus, { nullable: true, description: "Un seul état ; par défaut, tous." })
  status?: AgreementStatus | null;

  @Field(() => DateRange, {
    nullable: true,
    description: "Celles dont le dernier jour est dans cette période ; une convention dont la fin n'est pas connue n'en est pas.",
  })
  endsBetween?: DateRange | null;

  /** @throws BAD_ARGUMENT */
  static wanted({ status, endsBetween }: AgreementsArgs) {
    return { status: status ? [status] : null, endOn: DateRange.check("endsBetween", endsBetween) };
  }
}
