import type { Dataset } from "../../foundation/imports/dataset.ts";
import * as populations from "./populations/populations.import.ts";
import * as decoupage from "./territory/decoupage.import.ts";
import * as density from "./territory/density.import.ts";
import * as employmentBasins from "./territory/employment-basins.import.ts";
import * as hauteMarne from "./territory/haute-marne.import.ts";
import * as memberships from "./territory/memberships.import.ts";
import * as movements from "./territory/movements.import.ts";

export default [decoupage, memberships, movements, populations, density, employmentBasins, hauteMarne].flatMap((datasets) =>
  Object.values<Dataset>(datasets),
);
