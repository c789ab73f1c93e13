import { defineSubgraph } from "../subgraph.ts";

export default defineSubgraph({ name: "france-travail", entities: [], resolvers: [] as never, references: {}, datasets: [] });
