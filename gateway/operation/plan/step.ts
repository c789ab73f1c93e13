import type { Asked } from "../../sources/ask.ts";
import type { OperationToPlan } from "../selection/operation-to-plan.ts";
import type { Supergraph } from "../selection/supergraph.ts";
import type { Run } from "./run.ts";

/** A compiled node of a plan: gathers data into the run. Never rejects for what a source does. */
export type Step = (run: Run) => Promise<void>;

export interface StepOptions {
  clientPath: OperationToPlan["clientPath"];
  supergraph: Supergraph;
  sources: ReadonlyMap<string, Asked>;
}
