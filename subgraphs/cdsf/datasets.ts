import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { territoryParents } from "../../foundation/numbers/secrecy/territory-parents.import.ts";
import * as deadlines from "./deadlines/deadline.import.ts";
import * as exchange from "./exchange.import.ts";
import * as catalogue from "./indicators/catalogue.import.ts";
import * as perimeter from "./indicators/perimeter.import.ts";
import * as hauteMarne from "./scheme/haute-marne.import.ts";
import * as hautsDeSeine from "./scheme/hauts-de-seine.import.ts";
import * as seineSaintDenis from "./scheme/seine-saint-denis.import.ts";

const ofThings = [perimeter, catalogue, deadlines, hauteMarne, hautsDeSeine, seineSaintDenis, exchange];

export default [
  ...ofThings.flatMap((datasets): Dataset[] => Object.values(datasets)),
  ...territoryParents,
  observationsDataset("Secrétariat du CDSF"),
] satisfies Dataset[];
