import { query } from "../../../foundation/graph/readings/query.ts";
import type { RuleWithMilestones } from "./deadline.ts";
import { DeadlineRule } from "./deadline-rule.entity.ts";
import { Milestone } from "./milestone.entity.ts";

/** The rules of the law, the same for all, each with what the department has said of it. */
export const deadlineRulesFor = query<{ department: string }, RuleWithMilestones>({
  parameters: { department: "text" },
  text: (names, keys) => `select k.n, ${names.columns(DeadlineRule, "r")}, m.milestones
from ${keys}
cross join ${names.table(DeadlineRule)} r
cross join lateral (
  select coalesce(json_agg(json_build_object('year', m.year, 'doneOn', m.done_on)), '[]') as milestones
  from ${names.table(Milestone)} m where m.rule = r.code and m.department = k.department) m
order by k.n, r.code`,
});
