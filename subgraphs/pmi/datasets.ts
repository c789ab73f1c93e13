import type { Dataset } from "../../foundation/imports/dataset.ts";
import { facilities } from "./facilities/childcare-facility.import.ts";
import * as drees from "./facilities/drees.import.ts";
import * as hauteMarne from "./facilities/haute-marne.import.ts";
import { inspections } from "./inspections/inspection.import.ts";
import { observations } from "./inspections/observations.import.ts";
import { schedule } from "./inspections/scheduled-inspection.import.ts";
import { objectives } from "./plans/inspection-objective.import.ts";
import { plans } from "./plans/inspection-plan.import.ts";
import { reviews } from "./plans/inspection-review.import.ts";

export default [
  ...[drees, hauteMarne].flatMap((datasets): Dataset[] => Object.values(datasets)),
  ...[facilities, inspections, objectives, plans, reviews, schedule],
  observations,
] satisfies Dataset[];
