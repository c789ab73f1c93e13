import type { Dataset } from "../../foundation/imports/dataset.ts";
import { territoryParents } from "../../foundation/numbers/secrecy/territory-parents.import.ts";
import * as catalogue from "./catalogue/catalogue.import.ts";
import * as perimeter from "./values/perimeter.import.ts";
import * as perimeterChanges from "./values/perimeter-changes.import.ts";

export default [
  ...Object.values<Dataset>(catalogue),
  ...Object.values<Dataset>(perimeter),
  ...Object.values<Dataset>(perimeterChanges),
  ...territoryParents,
] satisfies Dataset[];
