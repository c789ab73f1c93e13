import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { bmo } from "./needs/bmo.import.ts";

export default [bmo, observationsDataset(Partner.FRANCE_TRAVAIL, "France Travail")] satisfies Dataset[];
