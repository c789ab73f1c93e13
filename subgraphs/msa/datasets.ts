import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/exchange/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { publishedValuesDataset } from "../../foundation/numbers/exchange/published-values.import.ts";
import { planDatasets } from "../../foundation/programmes/plan.import.ts";
import { means } from "./means/msa-means.import.ts";
import { RuralProgramme } from "./programmes/rural-programme.entity.ts";
import { programmes } from "./programmes/rural-programme.import.ts";

export default [
  means,
  programmes,
  ...planDatasets(RuralProgramme),
  observationsDataset(Partner.MSA),
  publishedValuesDataset(Partner.MSA),
] satisfies Dataset[];
