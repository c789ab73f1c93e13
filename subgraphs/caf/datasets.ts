import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/exchange/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { publishedValuesDataset } from "../../foundation/numbers/exchange/published-values.import.ts";
import { planDatasets } from "../../foundation/programmes/plan.import.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import * as agreements from "./agreements/territorial-agreement.import.ts";
import * as beneficiaries from "./series/beneficiaries.import.ts";
import * as coverage from "./series/coverage.import.ts";
import * as funding from "./funding/funding.import.ts";
import * as labels from "./labels/avip-label.import.ts";
import * as services from "./services/family-service.import.ts";

const ofThings = [coverage, beneficiaries, agreements, services, funding, labels];

export default [
  ...ofThings.flatMap((datasets): Dataset[] => Object.values(datasets)),
  ...planDatasets(TerritorialAgreement),
  observationsDataset(Partner.CAF),
  publishedValuesDataset(Partner.CAF),
] satisfies Dataset[];
