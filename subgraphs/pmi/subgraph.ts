import { defineSubgraph } from "../subgraph.ts";

export default defineSubgraph({ name: "pmi", entities: [], resolvers: [] as never, references: {}, datasets: [] });
