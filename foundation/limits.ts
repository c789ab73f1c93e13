import type { Budgets } from "./budgets.ts";

/** `first` of a list; it is in the descriptions of the schema. */
export const maxRows = 100;

/** Years that a request may name; it is in the descriptions of the schema. */
export const maxYears = 30;

/** Objects of a list that is no page, as the values of one territory; it is in the descriptions of the schema. */
export const maxListed = 400;

/** Objects of all lists that one call to a subgraph may answer: what a list is expected to hold, it may exceed, and lists in lists more so. */
export const maxAnswered = 50_000;

/** Numbers that one call may write; it is in the descriptions of the schema. */
export const maxWrittenValues = 10_000;

/** What one request may cost, where the environment says nothing else: `maxBodyBytes` is MAX_BODY_BYTES there. */
export const requestLimits = Object.freeze({
  maxBodyBytes: 100_000,
  maxTokens: 4_000,
  /** Fields inside each other, fragments expanded; introspection asks for 15. */
  maxDepth: 16,
  /** Selected fields, fragments expanded; the CDSF view has about 50. */
  maxSelections: 1_000,
  maxRootFields: 20,
  maxAliases: 60,
  maxDirectives: 60,
  maxVariables: 50,
  /** Values in the variables, those inside lists and objects included. */
  maxVariableValues: 2_000,
  /** The same of those who may write: ten thousand numbers, each with all that may be said of it. */
  maxWriteBytes: 4_000_000,
  maxWriteVariableValues: 160_000,
  /** Length of a list of which the schema says nothing. */
  assumedListSize: 5,
  /** Objects at the end of one path of lists inside lists. */
  maxNestedRows: 50_000,
  /** Requests of all clients of one kind that are answered at once; the others of that kind wait. */
  concurrencyAnonymous: 8,
  concurrencyAnalyst: 4,
  concurrencyDashboard: 8,
  concurrencyPartnerSystem: 8,
  /** Requests of one kind that wait, and how long each of them does, in milliseconds. */
  queueLength: 100,
  queueTimeoutMs: 3_000,
  /** One call to a subgraph, in milliseconds. */
  callTimeoutMs: 10_000,
  /** The whole of a request, in milliseconds: what is not there then is missing in its answer. */
  requestTimeoutMs: 20_000,
  /** What a client may take to send a request, in milliseconds. */
  sendTimeoutMs: 10_000,
});

/** What a process may take, where the environment says nothing else. */
export const processLimits = Object.freeze({
  /** Rows that all may read and that are kept until they change, in bytes: SHARED_ROWS_BYTES. All subgraphs of the process share it. */
  sharedRowsBytes: 48 * 1024 * 1024,
  /** Answers to callers without a token that are kept until their data change, in bytes: KEPT_ANSWERS_BYTES. */
  keptAnswersBytes: 40 * 1024 * 1024,
});

/** What the gateway holds a request and a client to, and a process itself. */
export type Limits = Readonly<Record<keyof typeof requestLimits | keyof typeof processLimits, number>> & Budgets;
