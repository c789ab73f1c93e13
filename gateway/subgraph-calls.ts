import http from "@graphql-mesh/transport-http";
import { type DocumentNode, type ExecutionResult, type FieldNode, GraphQLError, getOperationAST, Kind } from "graphql";
import { isHubCode, messageOf } from "../subgraphs/errors.ts";

/** One call to a subgraph, as the planner asks for it. */
export interface SubgraphCall {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  operationName?: string;
  context?: RequestContext;
  signal?: AbortSignal;
}

export type Executor = (call: SubgraphCall) => Promise<ExecutionResult>;

/** What a request carries through the gateway. */
export interface RequestContext {
  trace?: Trace;
}

/** What the log says of a request. */
export interface Trace {
  operation?: string;
  /** Calls made so far, by subgraph. */
  calls: Map<string, number>;
  /** Called with what went wrong in a subgraph, or in the gateway itself. */
  onError: (where: string, cause: unknown) => void;
}

export interface SubgraphCallOptions {
  /** Subgraphs of this process, by name; the others are called over HTTP. */
  executors: Record<string, Executor>;
  /** URLs by name, in place of those of the supergraph. */
  urls: Record<string, string>;
  /** Names for error messages. */
  partners: Record<string, string>;
  /** How long one call may take. */
  timeoutMs: number;
}

/** No two requests share an answer, not even the same question at the same moment: who asks will matter. */
const options = { deduplicateInflightRequests: false };

/**
 * The runtime's transport: reaches a subgraph in process or over HTTP, counts the call, bounds its time, and turns
 * whatever goes wrong into one error that names the partner.
 */
export function subgraphTransport({ executors, urls, partners, timeoutMs }: SubgraphCallOptions) {
  return {
    getSubgraphExecutor(payload: Parameters<typeof http.getSubgraphExecutor>[0]) {
      const name = payload.subgraphName;
      const location = urls[name] ?? payload.transportEntry.location;
      const executor =
        (!urls[name] && executors[name]) ||
        (http.getSubgraphExecutor({ ...payload, transportEntry: { ...payload.transportEntry, location, options } }) as unknown as Executor);
      const partner = partners[name] ?? name;
      return async (call: SubgraphCall): Promise<ExecutionResult> => {
        const trace = call.context?.trace;
        trace?.calls.set(name, (trace.calls.get(name) ?? 0) + 1);
        const timeout = AbortSignal.timeout(timeoutMs);
        const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
        try {
          const result = await Promise.race([executor({ ...call, signal }), rejectedOn(signal)]);
          if (!isWhole(result, call)) throw new Error("the answer does not hold one entity for each key");
          return result.errors?.length ? withOneError(result, name, partner, trace) : result;
        } catch (cause) {
          trace?.onError(name, cause);
          return { data: nothing(call), errors: [unavailable(name, partner)] };
        }
      };
    },
  };
}

function rootFields({ document }: SubgraphCall): FieldNode[] {
  const operation = getOperationAST(document);
  return operation?.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD) ?? [];
}

const answerKey = ({ alias, name }: FieldNode) => (alias ?? name).value;

/** Whether each list of entities is as long as the list of keys that was sent: the runtime matches them by position. */
function isWhole({ data }: ExecutionResult, call: SubgraphCall): boolean {
  return rootFields(call).every((field) => {
    const entities = data?.[answerKey(field)];
    const argument = field.arguments?.find(({ name }) => name.value === "representations")?.value;
    const keys = argument?.kind === Kind.VARIABLE ? call.variables?.[argument.name.value] : undefined;
    if (!Array.isArray(keys) || !entities) return true;
    return Array.isArray(entities) && entities.length === keys.length;
  });
}

/** Null for each field asked of the root, so that the answer has them. */
function nothing(call: SubgraphCall): Record<string, null> {
  return Object.fromEntries(rootFields(call).map((field) => [answerKey(field), null]));
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
  const isShown = ({ extensions }: GraphQLError) =>
    isHubCode(extensions?.code) && !["SOURCE_UNAVAILABLE", "INTERNAL_ERROR"].includes(extensions.code as string);
  const shown = result.errors!.filter(isShown);
  const hidden = result.errors!.filter((error) => !isShown(error));
  if (hidden.length === 0) return result;
  trace?.onError(name, hidden[0]!.originalError ?? hidden[0]);
  const has = (code: string) => hidden.some(({ extensions }) => extensions?.code === code);
  const isDown = has("SOURCE_UNAVAILABLE") || (!result.data && !has("INTERNAL_ERROR"));
  const one = isDown
    ? unavailable(name, partner)
    : new GraphQLError(messageOf("INTERNAL_ERROR"), { extensions: { code: "INTERNAL_ERROR", source: name } });
  return { ...result, errors: [...shown, one] };
}
