import type { Dataset } from "../../foundation/imports/dataset.ts";
import * as printedPopulations from "./populations/printed-populations.import.ts";
import * as populations from "./populations/populations.import.ts";
import * as decoupage from "./territory/decoupage.import.ts";
import * as density from "./territory/density.import.ts";
import * as employmentBasins from "./territory/employment-basins.import.ts";
import * as memberships from "./territory/memberships.import.ts";
import * as movements from "./territory/movements.import.ts";
import * as sectors from "./territory/sectors.import.ts";

export default [decoupage, memberships, movements, populations, printedPopulations, density, employmentBasins, sectors].flatMap(
  (datasets) => Object.values<Dataset>(datasets),
);
