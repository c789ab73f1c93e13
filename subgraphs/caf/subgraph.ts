import { defineSubgraph } from "../subgraph.ts";

export default defineSubgraph({ name: "caf", entities: [], resolvers: [] as never, references: {}, datasets: [] });
