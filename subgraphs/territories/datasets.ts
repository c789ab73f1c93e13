import type { Dataset } from "../../foundation/imports/dataset.ts";
import * as decoupage from "./decoupage.import.ts";
import * as hauteMarne from "./epcis/haute-marne.import.ts";

export default [...Object.values(decoupage), ...Object.values(hauteMarne)] satisfies Dataset[];
