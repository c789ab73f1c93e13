import type { RequestContext } from "../request-context.ts";

/** One operation of a plan. The same object each time the plan runs, so that a source can keep what it makes of it. */
export interface SourceOperation {
  readonly kind: "query" | "mutation";
  readonly text: string;
  readonly name?: string | undefined;
}

export interface SourceCall {
  operation: SourceOperation;
  variables: Record<string, unknown>;
  /** Undefined: the gateway asks for itself. */
  context?: RequestContext | undefined;
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** A GraphQL response as it came, unchecked. The gateway owns it and writes into its data. */
export interface SourceAnswer {
  data?: unknown;
  errors?: unknown;
  /** `dataVersion`: of the data that it was answered from. */
  extensions?: unknown;
}

/** Whoever answers the operations of one subgraph, near or far. */
export interface Source {
  /** @throws what it could not ask */
  answer(call: SourceCall): SourceAnswer | Promise<SourceAnswer>;
  /**
   * Of the data that it would answer from now: while it is the same, so is each answer that anybody may have. Undefined: it does not say.
   * @throws where it cannot say at this moment
   */
  dataVersion?(): string | Promise<string>;
}
