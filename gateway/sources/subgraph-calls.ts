import http from "@graphql-mesh/transport-http";
import { type DocumentNode, type ExecutionResult, type FieldNode, GraphQLError, getOperationAST, Kind } from "graphql";
import { hubError, isSaidBySubgraphs, messageOf } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { openData, type Rights } from "../../foundation/rights/rights.ts";
import type { RequestContext, Trace } from "../request-context.ts";
import { responseKey } from "../response-key.ts";

/** One call to a subgraph, as the planner asks for it. */
export interface SubgraphCall {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  operationName?: string;
  context?: RequestContext;
  signal?: AbortSignal;
  extensions?: Record<string, unknown>;
}

export type Executor = (call: SubgraphCall) => Promise<ExecutionResult>;

/** The token of a call: who asks, for this subgraph alone. */
export type SignCall = (subgraph: string, rights: Rights) => Promise<string>;

export interface SubgraphCallOptions {
  /** Subgraphs of this process, by name; the others are called over HTTP. */
  executors: Record<string, Executor>;
  /** URLs by name, in place of those of the supergraph. */
  urls: Record<string, string>;
  /** Names for error messages. */
  partners: Record<string, string>;
  limits: Pick<Limits, "callTimeoutMs">;
  /** The token that a call over HTTP brings; undefined: none is sent. */
  sign?: SignCall | undefined;
}

/** No two requests share an answer, not even the same question at the same moment: who asks will matter. */
const options = { deduplicateInflightRequests: false };

/**
 * The runtime's transport: reaches a subgraph in process or over HTTP, counts the call, bounds its time, and turns
 * whatever goes wrong into one error that names the partner.
 */
export function subgraphTransport({ executors, urls, partners, limits, sign }: SubgraphCallOptions) {
  return {
    getSubgraphExecutor(payload: Parameters<typeof http.getSubgraphExecutor>[0]) {
      const name = payload.subgraphName;
      const location = urls[name] ?? payload.transportEntry.location;
      const overHttp = () =>
        http.getSubgraphExecutor({ ...payload, transportEntry: { ...payload.transportEntry, location, options } }) as unknown as Executor;
      const executor = (!urls[name] && executors[name]) || signed(overHttp(), name, sign);
      const partner = partners[name] ?? name;
      return async (call: SubgraphCall): Promise<ExecutionResult> => {
        const trace = call.context?.trace;
        trace?.calls.set(name, (trace.calls.get(name) ?? 0) + 1);
        const request = [call.signal, call.context?.signal].filter((signal) => signal !== undefined);
        const signal = AbortSignal.any([...request, AbortSignal.timeout(limits.callTimeoutMs)]);
        try {
          signal.throwIfAborted();
          const result = await Promise.race([executor({ ...call, signal }), rejectedOn(signal)]);
          if (!isWhole(result, call)) throw new Error("the answer does not hold one entity for each key");
          return result.errors?.length ? withOneError(result, name, partner, trace) : result;
        } catch (cause) {
          if (trace && signal.aborted) trace.abandoned = true;
          trace?.onError(name, cause);
          const late = request.some(({ aborted }) => aborted);
          return { data: nothing(call), errors: [late ? hubError("REQUEST_TIMEOUT") : unavailable(name, partner)] };
        }
      };
    },
  };
}

/** Each call with the token that says who asks, in the header the HTTP executor takes from there. */
function signed(executor: Executor, name: string, sign: SignCall | undefined): Executor {
  if (!sign) return executor;
  return async (call) => {
    const authorization = `Bearer ${await sign(name, call.context?.rights ?? openData)}`;
    const { id = "", operation } = call.context?.trace ?? {};
    const headers = { authorization, "x-request-id": id, ...(operation && { "x-operation": encodeURIComponent(operation) }) };
    return executor({ ...call, extensions: { ...call.extensions, headers } });
  };
}

function rootFields({ document }: SubgraphCall): FieldNode[] {
  const operation = getOperationAST(document);
  return operation?.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD) ?? [];
}

/** Whether each list of entities is as long as the list of keys that was sent: the runtime matches them by position. */
function isWhole({ data }: ExecutionResult, call: SubgraphCall): boolean {
  return rootFields(call).every((field) => {
    const entities = data?.[responseKey(field)];
    const argument = field.arguments?.find(({ name }) => name.value === "representations")?.value;
    const keys = argument?.kind === Kind.VARIABLE ? call.variables?.[argument.name.value] : undefined;
    if (!Array.isArray(keys) || !entities) return true;
    return Array.isArray(entities) && entities.length === keys.length;
  });
}

/** Null for each field asked of the root, so that the answer has them. */
function nothing(call: SubgraphCall): Record<string, null> {
  return Object.fromEntries(rootFields(call).map((field) => [responseKey(field), null]));
}

function rejectedOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function unavailable(name: string, partner: string): GraphQLError {
  return new GraphQLError(messageOf("SOURCE_UNAVAILABLE", partner), { extensions: { code: "SOURCE_UNAVAILABLE", source: name } });
}

/** Errors of the table of codes pass as they are; all others of one call become one, without a path: it is the call's. */
function withOneError(result: ExecutionResult, name: string, partner: string, trace: Trace | undefined): ExecutionResult {
  const isShown = ({ extensions }: GraphQLError) => isSaidBySubgraphs(extensions?.code);
  const shown = result.errors!.filter(isShown);
  const hidden = result.errors!.filter((error) => !isShown(error));
  if (hidden.length === 0) return result;
  for (const error of hidden) trace?.onError(name, error.originalError ?? error);
  const has = (code: string) => hidden.some(({ extensions }) => extensions?.code === code);
  const isDown = has("SOURCE_UNAVAILABLE") || (!result.data && !has("INTERNAL_ERROR"));
  const one = isDown
    ? unavailable(name, partner)
    : new GraphQLError(messageOf("INTERNAL_ERROR"), { extensions: { code: "INTERNAL_ERROR", source: name } });
  return { ...result, errors: [...shown, one] };
}
