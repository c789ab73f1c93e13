import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

export interface SubgraphSdl {
  name: string;
  sdl: string;
  /** Where the subgraph answers when it runs apart and no configuration says otherwise. */
  url: string;
}

/** Composes subgraphs into a Federation 2 supergraph. @throws with every composition error. */
export function compose(subgraphs: SubgraphSdl[]): string {
  const { supergraphSdl, errors } = composeServices(subgraphs.map(({ name, sdl, url }) => ({ name, typeDefs: parse(sdl), url })));
  if (errors?.length || !supergraphSdl)
    throw new Error(`Composition refusée :\n${errors?.map(({ message }) => `- ${message}`).join("\n")}`);
  return `${supergraphSdl.trim()}\n`;
}
