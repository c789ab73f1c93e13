import "reflect-metadata";
import { pino } from "pino";
import { createHub } from "../../gateway/hub.ts";
const app = await createHub({ databaseUrl: "postgresql://root@127.0.0.1:5432/gw_sample", urls: {}, sample: true, logger: pino({level:"silent"}) });
await app.close();
