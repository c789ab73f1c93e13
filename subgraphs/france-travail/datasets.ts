import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/exchange/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { publishedValuesDataset } from "../../foundation/numbers/exchange/published-values.import.ts";
import { jobSeekers } from "./job-seekers/job-seekers.import.ts";
import { bmo } from "./needs/bmo.import.ts";
import { romeCodes } from "./occupations/occupation-rome.import.ts";

export default [
  bmo,
  jobSeekers,
  romeCodes,
  observationsDataset(Partner.FRANCE_TRAVAIL),
  publishedValuesDataset(Partner.FRANCE_TRAVAIL),
] satisfies Dataset[];
