import type { Part } from "../graph/part.ts";
import { departmentsOfObservations, ObservationResolver, withheldValues } from "./observation.resolver.ts";
import { Observation } from "./observation.ts";
import { TerritoryParent } from "../territories/territory-parent.ts";
import { WithheldValue } from "./secrecy/withheld-value.ts";

/** Of a subgraph that shows numbers of its facts, and publishes others to the register. */
export const shownNumbers: Part = { resolvers: [ObservationResolver] };

/** Of the subgraph that serves the register: what is shown, what is the sum of what, and what is withheld. */
export const publishedNumbers: Part = {
  open: [Observation, TerritoryParent],
  restricted: [WithheldValue],
  resolvers: [ObservationResolver],
  readings: { withheldValues, departmentsOfObservations },
};
