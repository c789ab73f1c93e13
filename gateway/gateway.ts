import type { GraphQLError } from "graphql";
import type { Limits } from "../foundation/limits.ts";
import type { Answer } from "./answer/answer.ts";
import { presentRefusal } from "./answer/present-errors.ts";
import { Refused } from "./answer/refused.ts";
import { charge } from "./operation/charge.ts";
import { createAnswers } from "./operation/answers.ts";
import { createCompiler } from "./operation/compile.ts";
import { explanationOf } from "./operation/explain.ts";
import { createPreparation, type PreparedOperation } from "./operation/prepare.ts";
import type { GraphqlRequest, RequestContext } from "./request-context.ts";
import { openSources, type SourcesOptions } from "./sources/sources.ts";

export interface GatewayOptions extends SourcesOptions {
  /** SDL of any Federation 2 supergraph. */
  supergraph: string;
  limits: Limits;
  /** Whether callers without a token may read the schema. */
  openIntrospection: boolean;
}

export interface Gateway {
  /** Never throws. Without `data` it is a refusal. */
  answer(request: GraphqlRequest, context: RequestContext): Promise<Answer | Refusal>;
}

/** Why nothing was executed: `extensions.http` of the first error has status and headers, if they are not the usual ones. */
export interface Refusal {
  refused: readonly GraphQLError[];
}

/** Of an explanation: it is planned like any operation. */
const explanationCost = 10;

/**
 * Prepares each operation once and executes it on its sources. It has no HTTP of its own towards clients.
 * @throws where the planner refuses the supergraph.
 */
export function createGateway({ supergraph, limits, openIntrospection, ...options }: GatewayOptions): Gateway {
  const { partners } = options;
  const sourceOf = openSources({ ...options, limits });
  const execute = createAnswers(limits.keptAnswersBytes);
  const prepare = createPreparation(createCompiler({ supergraph, sourceOf, partners, limits }), limits, openIntrospection);

  async function explain({ compiled, variables }: PreparedOperation, { account }: RequestContext): Promise<Answer> {
    const price = compiled.price(variables);
    await account.pay(explanationCost);
    const { node } = await compiled.plan();
    return { data: Buffer.from("null"), extensions: { explain: explanationOf(price, node, compiled.clientPath) } };
  }

  async function answer(prepared: PreparedOperation, context: RequestContext): Promise<Answer> {
    const { refused, price, isQuery } = prepared.compiled;
    if (refused.length > 0) context.trace.refused = refused.slice(0, 20).map(({ path }) => path.join(".").slice(0, 200));
    const priced = price(prepared.variables);
    const charged = await charge(priced, context, limits);
    const { data, etag, errors, cost } = await execute(prepared, context);
    // What is written costs more than what is said of it.
    const actual = isQuery ? cost + priced.repeated : Math.max(cost, priced.requested);
    return { data, etag, errors, extensions: { cost: await charged.settle(actual) } };
  }

  return {
    async answer(request, context) {
      try {
        const prepared = prepare(request, context);
        return await (context.explain ? explain(prepared, context) : answer(prepared, context));
      } catch (cause) {
        return { refused: presentRefusal(cause instanceof Refused ? cause.errors : [cause], context) };
      }
    },
  };
}
