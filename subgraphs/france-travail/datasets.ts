import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { bmo } from "./needs/bmo.import.ts";

export default [bmo, observationsDataset("France Travail")] satisfies Dataset[];
