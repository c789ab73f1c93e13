import { readFileSync } from "node:fs";

/** The query of the explorer's first saved query: the one view of the hub. */
export const cdsfView = readFileSync(new URL("../examples/queries/cdsf-view.graphql", import.meta.url), "utf8");
