import type { Part } from "../graph/part.ts";
import { Action } from "./action.entity.ts";
import { ActionProgress } from "./action-progress.entity.ts";
import { Axis } from "./axis.entity.ts";
import { Detail } from "./detail.entity.ts";
import { Objective } from "./objective.entity.ts";
import { ActionResolver, AxisResolver, ObjectiveResolver } from "./plan.resolver.ts";
import * as readings from "./readings.ts";

/** What each subgraph that has programmes keeps of them: the plan of action. */
export const programmes: Part = {
  open: [Axis, Objective, Action, ActionProgress, Detail],
  resolvers: [AxisResolver, ObjectiveResolver, ActionResolver],
  readings,
};
