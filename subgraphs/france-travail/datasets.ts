import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { territoryParents } from "../../foundation/numbers/secrecy/territory-parents.import.ts";
import { bmo } from "./needs/bmo.import.ts";

export default [bmo, ...territoryParents, observationsDataset("France Travail")] satisfies Dataset[];
