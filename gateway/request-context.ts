import type { Rights } from "../foundation/rights/rights.ts";

/** What a client asks for, as GraphQL over HTTP has it. */
export interface GraphqlRequest {
  /** Undefined where only the hash of a persisted query is sent. */
  query?: string | undefined;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** What a request carries through the gateway. */
export interface RequestContext {
  requestId: string;
  trace: Trace;
  /** Who asks. */
  rights: Rights;
  /** What he may spend. */
  account: Account;
  /** Whether the operation is only to be explained. */
  explain: boolean;
  /** Aborts when the client leaves, or when the time of the whole request is up. */
  signal: AbortSignal;
}

/** What the log says of a request. */
export interface Trace {
  /** As the client finds it in `x-request-id`. */
  id: string;
  operation?: string;
  /** Response paths that the gateway refused for want of a scope. */
  refused?: string[];
  /** Whether a call was given up before its subgraph had answered. */
  abandoned?: boolean;
  /** Whether the answer was kept from another request. */
  kept?: boolean;
  /** Calls made so far, by subgraph. */
  calls: Map<string, number>;
  /** Called with what went wrong in a subgraph, or in the gateway itself. */
  onError: (where: string, cause: unknown) => void;
}

/** What one client may spend: a bucket of cost that fills evenly. */
export interface Account {
  /** @returns what was paid. @throws BUDGET_EXHAUSTED, status 429; a refused request takes nothing. */
  pay: (cost: number) => Promise<number>;
  /** Gives back what was paid too much, or takes what is due. @returns what is left. */
  settle: (paid: number, actual: number) => Promise<number>;
  /** `RateLimit` and `RateLimit-Policy`, as in draft-ietf-httpapi-ratelimit-headers-10; `t` is when the budget is whole again. */
  headers: () => Promise<Record<string, string>>;
}
