import { Observation } from "./observation.ts";
import { TerritoryParent } from "./territory-parent.ts";
import { WithheldValue } from "./withheld-value.ts";

/** The tables of a subgraph that records numbers: what is shown, what is the sum of what, and what is withheld. */
export const observationTables = { open: [Observation, TerritoryParent], restricted: [WithheldValue] };
