import { Agent, request } from "undici";
import { openData, type Rights } from "../../foundation/rights/rights.ts";
import type { Source, SourceAnswer, SourceOperation } from "./source.ts";

/** The token of a call: who asks, for this subgraph alone. */
export type SignCall = (subgraph: string, rights: Rights) => Promise<string>;

interface HttpSourceOptions {
  name: string;
  url: string;
  /** The token that a call brings; undefined: none is sent. */
  sign?: SignCall | undefined;
  connections: Agent;
}

/** Longer answers are cut, and then the source has not answered. */
const maxBytes = 64 * 1024 * 1024;

/** Connections to the subgraphs that run apart, kept open between calls; `destroy()` closes them. */
export const openConnections = (): Agent => new Agent({ connections: 64, maxResponseSize: maxBytes, keepAliveTimeout: 10_000 });

/** A subgraph over HTTP. Whatever the status, what it answers in JSON is its answer: errors come with 4xx and 5xx too. */
export function httpSource({ name, url, sign, connections }: HttpSourceOptions): Source {
  /** The text of an operation is as long as it is constant: written as JSON once. */
  const heads = new WeakMap<SourceOperation, string>();

  function headOf(operation: SourceOperation): string {
    const known = heads.get(operation);
    if (known) return known;
    const operationName = operation.name === undefined ? "" : `"operationName":${JSON.stringify(operation.name)},`;
    const head = `{"query":${JSON.stringify(operation.text)},${operationName}"variables":`;
    heads.set(operation, head);
    return head;
  }

  const answer: Source["answer"] = async ({ operation, variables, context, signal }) => {
    const { id = "", operation: asked } = context?.trace ?? {};
    const { body } = await request(url, {
      method: "POST",
      dispatcher: connections,
      signal,
      headers: {
        accept: "application/graphql-response+json, application/json",
        "content-type": "application/json",
        ...(sign && { authorization: `Bearer ${await sign(name, context?.rights ?? openData)}` }),
        "x-request-id": id,
        ...(asked && { "x-operation": encodeURIComponent(asked) }),
      },
      body: `${headOf(operation)}${JSON.stringify(variables)}}`,
    });
    return (await body.json()) as SourceAnswer;
  };
  return { answer };
}
