import type { Dataset } from "../../foundation/imports/dataset.ts";
import { territoryParents } from "../../foundation/numbers/secrecy/territory-parents.import.ts";
import * as catalogue from "./catalogue/catalogue.import.ts";
import * as perimeterChanges from "./perimeters/perimeter-changes.import.ts";
import * as publishedTerritories from "./perimeters/published-territories.import.ts";
import * as territoryProfiles from "./perimeters/territory-profiles.import.ts";

export default [
  ...[catalogue, publishedTerritories, territoryProfiles, perimeterChanges].flatMap((datasets) => Object.values<Dataset>(datasets)),
  ...territoryParents,
] satisfies Dataset[];
