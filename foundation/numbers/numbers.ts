import type { Part } from "../graph/part.ts";
import { departmentsOfObservations, ObservationResolver, withheldValues } from "./observation.resolver.ts";
import { Observation } from "./observation.ts";
import { recordedObservations, recordedSeries } from "./recorded-observations.ts";
import { TerritoryParent } from "./secrecy/territory-parent.ts";
import { WithheldValue } from "./secrecy/withheld-value.ts";

/** Of a subgraph that shows numbers and records none. */
export const shownNumbers: Part = { resolvers: [ObservationResolver] };

/** Of a subgraph that records numbers: what is shown, what is the sum of what, and what is withheld. */
export const recordedNumbers: Part = {
  open: [Observation, TerritoryParent],
  restricted: [WithheldValue],
  resolvers: [ObservationResolver],
  readings: { recordedObservations, recordedSeries, withheldValues, departmentsOfObservations },
};
