import type { Dataset } from "../../foundation/imports/dataset.ts";
import { territoryParents } from "../../foundation/numbers/secrecy/territory-parents.import.ts";
import * as exchange from "./exchange.import.ts";
import * as drees from "./facilities/drees.import.ts";
import * as hauteMarne from "./facilities/haute-marne.import.ts";
import { observations } from "./inspections/observations.import.ts";

export default [
  ...[drees, hauteMarne, exchange].flatMap((datasets): Dataset[] => Object.values(datasets)),
  ...territoryParents,
  observations,
] satisfies Dataset[];
