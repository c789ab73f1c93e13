import { defineSubgraph } from "../subgraph.ts";

export default defineSubgraph({ name: "cdsf", entities: [], resolvers: [] as never, references: {}, datasets: [] });
