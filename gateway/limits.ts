/** What one request may cost. */
export const limits = {
  maxBodyBytes: 100_000,
  /** Selected fields once fragments are expanded; the CDSF view has about 50. */
  maxSelections: 10_000,
  /** One call to a subgraph, in milliseconds. */
  timeoutMs: 10_000,
} as const;
