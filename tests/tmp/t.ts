import "reflect-metadata";
import { startEmbeddedPostgres } from "../../subgraphs/embedded-postgres.ts";
console.time("start");
const s = await startEmbeddedPostgres("/work/main/.data", "hub");
console.timeEnd("start");
console.log(s.url.replace(/:[^:@]*@/, ':…@'));
await s.close();
console.timeEnd("start");
