import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { GraphQLError, getOperationAST, parse } from "graphql";
import { limitError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import type { RequestContext } from "../request-context.ts";
import { checkDocument } from "./document-limits.ts";
import { checkVariables } from "./variable-limits.ts";

/** Refuses what asks for too much as soon as it is parsed: before validation, planning and any call. */
export function checkLimits(limits: Limits): GatewayPlugin<object, RequestContext> {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source as string, { ...(options as object), maxTokens: limits.maxTokens }));
      return ({ result, context }) => {
        if (result instanceof Error) throw isTooLong(result) ? limitError("TOO_MANY_TOKENS", limits.maxTokens) : result;
        if (!result) return;
        context.trace.operation ??= getOperationAST(result)?.name?.value;
        checkDocument(result, limits);
        checkVariables(context.params.variables ?? {}, limits);
      };
    },
  };
}

/** Parsing recurses: thousands of nested brackets can exhaust the stack before the last word is counted. */
function isTooLong(error: Error): boolean {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  return cause instanceof RangeError || /more that \d+ tokens/.test(cause.message);
}
