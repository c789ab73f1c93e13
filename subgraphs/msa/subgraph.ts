import { defineSubgraph } from "../subgraph.ts";

export default defineSubgraph({ name: "msa", entities: [], resolvers: [] as never, references: {}, datasets: [] });
