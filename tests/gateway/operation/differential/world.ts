import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, execute, isAbstractType, isObjectType, parse } from "graphql";
import { defaultBudgets } from "../../../../foundation/budgets.ts";
import { type Limits, processLimits, requestLimits } from "../../../../foundation/limits.ts";
import type { Rights } from "../../../../foundation/rights/rights.ts";
import { bodyOf } from "../../../../gateway/answer/answer.ts";
import { compose } from "../../../../gateway/compose.ts";
import { createGateway } from "../../../../gateway/gateway.ts";
import type { AnswerError } from "../../../../gateway/operation/plan/run.ts";
import type { GraphqlRequest, RequestContext } from "../../../../gateway/request-context.ts";
import { openConnections } from "../../../../gateway/sources/http-source.ts";
import type { Source, SourceAnswer } from "../../../../gateway/sources/source.ts";
import { requestContext } from "../../../request-context.ts";
import { resolve } from "./resolvers.ts";
import { type Row, rowOf } from "./rows.ts";
import { subgraphSdl } from "./schemas.ts";

/** A shop's subgraph, which knows its own rows and no others. */
function subgraph(name: string): GraphQLSchema {
  const find = ({ id, weight }: Row) => {
    const row = rowOf(id);
    if (!row || row.unknownTo?.includes(name)) return null;
    return name === "stock" ? { ...row, weight } : row; // told by who requires it
  };
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(subgraphSdl[name]!),
      resolvers: Object.fromEntries(["Book", "Film", "User", "Review", "Product"].map((type) => [type, { __resolveReference: find }])),
    },
  ]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && type.name !== "_Entity") type.resolveType = ({ __typename }: Row) => __typename;
    if (!isObjectType(type) || type.name.startsWith("_")) continue;
    for (const field of Object.values(type.getFields())) if (!field.name.startsWith("_")) field.resolve = resolve;
  }
  return schema;
}

export const subgraphs = Object.fromEntries(Object.keys(subgraphSdl).map((name) => [name, subgraph(name)]));
const supergraph = compose(Object.entries(subgraphSdl).map(([name, sdl]) => ({ name, sdl, url: `http://${name}.invalid` })));

/** What a subgraph answers, as it would come over the wire. */
async function answerOf(name: string, query: string, variableValues: Record<string, unknown>): Promise<SourceAnswer> {
  return JSON.parse(JSON.stringify(await execute({ schema: subgraphs[name]!, document: parse(query), variableValues })));
}

const unlimited: Limits = {
  ...requestLimits,
  ...processLimits,
  ...defaultBudgets,
  ...{
    maxCost: 1e12,
    maxNestedRows: 1e12,
    maxSelections: 100_000,
    maxTokens: 100_000,
    maxAliases: 10_000,
    maxRootFields: 1_000,
    maxDirectives: 1_000,
  },
};

interface Options {
  /** How a subgraph answers, in the place of `inner`. */
  answer?: (name: string, inner: Source["answer"]) => Source["answer"];
  /** Of the data of a subgraph; undefined: none of them says. */
  dataVersion?: (name: string) => string;
  urls?: Record<string, string>;
  limits?: Partial<Limits>;
}

export interface Told {
  /** JSON; undefined: refused. */
  data: string | undefined;
  errors: AnswerError[];
  cost: number;
  /** The body. */
  text: string;
  /** Whether it was made for another request. */
  isKept: boolean;
}

/** The shop behind a gateway, without HTTP towards clients. */
export function openWorld({ answer = (_, inner) => inner, dataVersion, urls = {}, limits }: Options = {}) {
  const connections = openConnections();
  const near = (name: string): Source => ({
    answer: answer(name, async ({ operation, variables }) => {
      const version = dataVersion?.(name);
      return { ...(await answerOf(name, operation.text, variables)), extensions: { dataVersion: version } };
    }),
    ...(dataVersion && { dataVersion: () => dataVersion(name) }),
  });
  const gateway = createGateway({
    supergraph,
    inProcess: Object.fromEntries(Object.keys(subgraphs).map((name) => [name, near(name)])),
    urls,
    partners: {},
    limits: { ...unlimited, ...limits },
    connections,
    openIntrospection: true,
  });
  const logged: string[] = [];

  return {
    /** What went wrong, as the log has it. */
    logged,
    async ask(
      query: string,
      variables: GraphqlRequest["variables"] = {},
      caller: Partial<Pick<RequestContext, "rights" | "signal">> = {},
    ): Promise<Told> {
      const context = requestContext({
        ...caller,
        onError: (where, cause) => void logged.push(`${where}: ${(cause as Error).message}`),
      });
      const given = await gateway.answer({ query, variables }, context);
      if ("refused" in given) return { data: undefined, errors: given.refused as never, cost: 0, text: "", isKept: false };
      const text = bodyOf(given).toString();
      const { errors = [], extensions } = JSON.parse(text);
      return { data: given.data.toString(), errors, cost: extensions.cost.actual, text, isKept: context.trace.kept === true };
    },
    close: () => connections.destroy(),
  };
}

/** Somebody who holds scopes everywhere. */
export const holder = (...scopes: string[]): Rights => ({
  client: "c1",
  kind: "PARTNER_SYSTEM",
  grants: [{ habilitation: "h1", scopes: scopes as never, departments: [], purpose: "" }],
});
