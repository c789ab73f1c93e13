import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import * as hauteMarne from "./means/haute-marne.import.ts";
import { programmes } from "./programmes/rural-programme.import.ts";

export default [...Object.values(hauteMarne), programmes, observationsDataset(Partner.MSA)] satisfies Dataset[];
