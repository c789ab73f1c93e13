import type { EntityClass } from "@mikro-orm/core";
import { queryOne } from "../graph/readings/query.ts";
import { Action } from "./action.entity.ts";
import { ActionProgress } from "./action-progress.entity.ts";
import { Axis } from "./axis.entity.ts";
import { Detail } from "./detail.entity.ts";
import { Objective } from "./objective.entity.ts";

/** The plan of action of a programme, in the order of its document. */
export interface Plan {
  axes: Axis[];
  objectives: Objective[];
  actions: Action[];
  details: Detail[];
  /** The last first. */
  progress: ActionProgress[];
}

const parts: [keyof Plan, EntityClass<object>, order: string][] = [
  ["axes", Axis, "r.number"],
  ["objectives", Objective, "r.position, r.id"],
  ["actions", Action, "r.position, r.id"],
  ["details", Detail, "r.position, r.id"],
  ["progress", ActionProgress, 'r."on" desc, r.action'],
];

export const plans = queryOne<{ programme: string }, Plan>({
  parameters: { programme: "text" },
  text: (names, keys) => `select k.n, ${parts.map(([name]) => `${name}.${name}`).join(", ")}
from ${keys}
${parts
  .map(
    ([name, entity, order]) => `cross join lateral (select coalesce(json_agg(r order by ${order}), '[]') as ${name}
  from (select ${names.columns(entity, "t")} from ${names.table(entity)} t where t.${names.column(entity, "programme" as never)} = k.programme) r) ${name}`,
  )
  .join("\n")}`,
});
