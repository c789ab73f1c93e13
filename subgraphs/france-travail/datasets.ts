import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { bmo } from "./needs/bmo.import.ts";
import { childcareMeasures } from "./needs/childcare-projects.ts";

export default [bmo, observationsDataset(Partner.FRANCE_TRAVAIL, "France Travail", childcareMeasures)] satisfies Dataset[];
