import { Field, ID, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import type { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";
import type { DeadlineRule } from "./deadline-rule.entity.ts";
import { deadlineState } from "./deadline-state.ts";
import { dueDates } from "./due-dates.ts";
import type { Milestone } from "./milestone.entity.ts";

export const DeadlineState = enumeration("DeadlineState", "Où en est une échéance.", {
  DONE: "Tenue à temps.",
  DONE_LATE: "Tenue en retard.",
  UPCOMING: "À venir.",
  OVERDUE: "Dépassée : le département a déclaré ne pas l'avoir tenue.",
  UNKNOWN: "Passée, sans information transmise au hub : ni tenue, ni manquée.",
});
export type DeadlineState = EnumValue<typeof DeadlineState>;

@Open()
@ObjectType({ description: "Échéance légale du comité pour une année." })
export class Deadline {
  @Field(() => ID, { description: "Code de l'échéance." })
  code!: string;

  @Field(() => String, { description: "Objet." })
  label!: string;

  @Field(() => DateScalar, { description: "Date limite." })
  dueOn!: string;

  @Field(() => DeadlineState, { description: "Où elle en est, d'après ce qui a été transmis au hub." })
  state!: DeadlineState;

  @Field(() => String, { description: "Qui doit la tenir." })
  owner!: string;

  @Field(() => String, { description: "Base légale." })
  legalBasis!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Entrée en vigueur de la règle : rien n'est dû avant ; null si elle n'est pas établie.",
  })
  inForceFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Date à laquelle elle a été tenue, si elle est connue." })
  doneOn!: string | null;
}

export interface RuleWithMilestones extends DeadlineRule {
  milestones: Pick<Milestone, "year" | "doneOn">[];
}

/** The deadlines that fall in a year, in order: those of the calendar, and those counted from a scheme's dates. */
export function deadlinesOf(year: number, rules: RuleWithMilestones[], schemes: FamilyServicesScheme[], today: string): Deadline[] {
  return rules
    .flatMap((rule) => dueDates(rule, year, schemes).map((dueOn) => ({ rule, dueOn })))
    .map(({ rule, dueOn }) => {
      const said = rule.milestones.find((milestone) => milestone.year === year);
      const { code, label, owner, legalBasis, inForceFrom } = rule;
      return Object.assign(new Deadline(), {
        code,
        label,
        owner,
        legalBasis,
        inForceFrom,
        dueOn,
        doneOn: said?.doneOn ?? null,
        state: DeadlineState[deadlineState(dueOn, said, today)],
      });
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.code.localeCompare(b.code));
}
