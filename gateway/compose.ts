import { composeSchemaContract, composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

export interface SubgraphSdl {
  name: string;
  sdl: string;
  /** Where the subgraph answers when it runs apart and no configuration says otherwise. */
  url: string;
}

const services = (subgraphs: SubgraphSdl[]) => subgraphs.map(({ name, sdl, url }) => ({ name, typeDefs: parse(sdl), url }));

/** The part of the graph that needs no token: the API schema without what is tagged `restricted`. */
export function openSchema(subgraphs: SubgraphSdl[]): string {
  const { publicSdl } = composeSchemaContract(services(subgraphs), { include: new Set(), exclude: new Set(["restricted"]) }, true);
  return `${publicSdl!.trim()}\n`;
}

/** Composes subgraphs into a Federation 2 supergraph. @throws with every composition error. */
export function compose(subgraphs: SubgraphSdl[]): string {
  const { supergraphSdl, errors } = composeServices(services(subgraphs));
  if (errors?.length || !supergraphSdl)
    throw new Error(`Composition refusée :\n${errors?.map(({ message }) => `- ${message}`).join("\n")}`);
  return `${supergraphSdl.trim()}\n`;
}
