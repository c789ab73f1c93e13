import { internalError, messageOf } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import type { RequestContext } from "../request-context.ts";
import { deadline } from "../../foundation/deadline.ts";
import { type RawError, readAnswer, type SourceError } from "./read-answer.ts";
import type { Source, SourceOperation } from "./source.ts";

/** What one call gave, checked as far as it can be without knowing what it was for. */
export interface CheckedAnswer {
  /** Null: nothing of it can be used. */
  data: Record<string, unknown> | null;
  /** Told to the client. */
  errors: SourceError[];
  /** Places of the source's answer that are null because of one of these errors. */
  excused: (string | number)[][];
  /** Of the data that it was answered from; undefined: the source does not say. */
  dataVersion?: string | undefined;
}

/** One subgraph, asked in the name of a client. */
export interface Asked extends Pick<Source, "dataVersion"> {
  /** Never throws: what goes wrong is among the errors. @param isWhole whether the data are all that was asked for */
  ask(
    call: { operation: SourceOperation; variables: Record<string, unknown>; context: RequestContext },
    isWhole?: (data: Record<string, unknown>) => boolean,
  ): Promise<CheckedAnswer>;
}

/** A partner behind a source. */
interface Partner {
  /** Name of the subgraph. */
  name: string;
  /** Name for error messages. */
  partner: string;
}

export type Timeouts = Pick<Limits, "callTimeoutMs" | "requestTimeoutMs">;

/**
 * Counts each call, bounds its time, and turns whatever goes wrong into one error that names the partner. Errors of the table of codes
 * pass as they are; all others of one call become one, without a path: it is the call's.
 */
export function asked(source: Source, { name, partner }: Partner, { callTimeoutMs, requestTimeoutMs }: Timeouts): Asked {
  const unavailable = (): SourceError => ({
    message: messageOf("SOURCE_UNAVAILABLE", partner),
    extensions: { code: "SOURCE_UNAVAILABLE", source: name },
  });

  function oneOf(hidden: RawError[], isAnswered: boolean, requestId: string): SourceError {
    const has = (code: string) => hidden.some(({ extensions }) => extensions.code === code);
    if (has("SOURCE_UNAVAILABLE") || (!isAnswered && !has("INTERNAL_ERROR"))) return unavailable();
    const { message, extensions } = internalError(requestId);
    return { message, extensions: { ...extensions, code: "INTERNAL_ERROR", source: name } };
  }

  const ask: Asked["ask"] = async ({ operation, variables, context }, isWhole = () => true) => {
    const { trace, requestId } = context;
    trace.calls.set(name, (trace.calls.get(name) ?? 0) + 1);
    // Who gave up a write would not know whether it was done: it has the whole time of its request.
    using time = deadline(context.signal, operation.kind === "mutation" ? Math.max(callTimeoutMs, requestTimeoutMs) : callTimeoutMs);
    try {
      time.signal.throwIfAborted();
      const given = source.answer({ operation, variables, context, signal: time.signal });
      const { data, told, hidden, dataVersion } = readAnswer(given instanceof Promise ? await Promise.race([given, time.over]) : given);
      if (data && !isWhole(data)) throw new Error("the answer does not hold one entity for each key");
      for (const { cause } of hidden) trace.onError(name, cause);
      const errors = hidden.length > 0 ? [...told, oneOf(hidden, data !== null, requestId)] : told;
      return { data, errors, excused: hidden.flatMap(({ path }) => (path ? [path] : [])), dataVersion };
    } catch (cause) {
      if (time.signal.aborted) trace.abandoned = true;
      trace.onError(name, cause);
      return { data: null, errors: [context.signal.aborted ? requestTimeout() : unavailable()], excused: [] };
    }
  };
  return { ask, dataVersion: source.dataVersion };
}

const requestTimeout = (): SourceError => ({ message: messageOf("REQUEST_TIMEOUT"), extensions: { code: "REQUEST_TIMEOUT" } });
