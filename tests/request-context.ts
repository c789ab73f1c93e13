import { openData } from "../foundation/rights/rights.ts";
import type { RequestContext } from "../gateway/request-context.ts";

/** What a request brings to a gateway without HTTP: an account that pays for anything. */
export function requestContext(
  given: Partial<Omit<RequestContext, "trace">> & Partial<Pick<RequestContext["trace"], "onError">> = {},
): RequestContext {
  const { onError = () => {}, ...context } = given;
  return {
    requestId: "r1",
    trace: { id: "r1", calls: new Map(), onError },
    rights: openData,
    account: { pay: async (cost) => cost, settle: async () => 0, headers: async () => ({}) },
    explain: false,
    signal: new AbortController().signal,
    ...context,
  };
}
