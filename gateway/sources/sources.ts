import type { Agent } from "undici";
import { type Asked, asked, type Timeouts } from "./ask.ts";
import { httpSource, type SignCall } from "./http-source.ts";
import type { Source } from "./source.ts";

export interface SourcesOptions {
  /** Subgraphs of this process, by name; the others are called over HTTP. */
  inProcess: Readonly<Record<string, Source>>;
  /** URLs by name, in place of those of the supergraph. */
  urls: Readonly<Record<string, string>>;
  /** Names for error messages. */
  partners: Readonly<Record<string, string>>;
  limits: Timeouts;
  /** The token that a call over HTTP brings; undefined: none is sent. */
  sign?: SignCall | undefined;
  /** By which the others are called. */
  connections: Agent;
}

/** Who answers for each subgraph, near or far. @param url where the supergraph says that it answers */
export function openSources({
  inProcess,
  urls,
  partners,
  limits,
  sign,
  connections,
}: SourcesOptions): (name: string, url: string) => Asked {
  return (name, url) => {
    const near = urls[name] ? undefined : inProcess[name];
    const source = near ?? httpSource({ name, url: urls[name] ?? url, sign, connections });
    return asked(source, { name, partner: partners[name] ?? name }, limits);
  };
}
