import type { Dataset } from "../../foundation/imports/dataset.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { publishedValuesDataset } from "../../foundation/numbers/exchange/published-values.import.ts";
import { facilities } from "./facilities/childcare-facility.import.ts";
import { childminderHouses } from "./facilities/childminder-house.import.ts";
import * as drees from "./facilities/drees.import.ts";
import { inspections } from "./inspections/inspection.import.ts";
import { observations } from "./inspections/observations.import.ts";
import { schedule } from "./inspections/scheduled-inspection.import.ts";
import { objectives } from "./plans/inspection-objective.import.ts";
import { plans } from "./plans/inspection-plan.import.ts";
import { reviews } from "./plans/inspection-review.import.ts";

export default [
  ...Object.values<Dataset>(drees),
  ...[childminderHouses, facilities, inspections, objectives, plans, reviews, schedule],
  observations,
  publishedValuesDataset(Partner.PMI),
] satisfies Dataset[];
