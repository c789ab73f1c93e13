import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import * as hauteMarneAgreements from "./agreements/haute-marne.import.ts";
import * as agreements from "./agreements/territorial-agreement.import.ts";
import * as beneficiaries from "./series/beneficiaries.import.ts";
import * as coverage from "./series/coverage.import.ts";
import * as hauteMarneCoverage from "./series/haute-marne.import.ts";
import * as funding from "./funding/facility-funding.import.ts";
import * as services from "./services/family-service.import.ts";
import * as hauteMarneServices from "./services/haute-marne.import.ts";

const ofThings = [coverage, beneficiaries, hauteMarneCoverage, hauteMarneAgreements, hauteMarneServices, agreements, services, funding];

export default [
  ...ofThings.flatMap((datasets): Dataset[] => Object.values(datasets)),
  observationsDataset(Partner.CAF),
] satisfies Dataset[];
