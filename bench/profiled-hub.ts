import { Session } from "node:inspector/promises";

/** `commands/start.ts`, whose CPU profile a message starts and another ends. */
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: 500 });

process.on("message", async (order: "start" | "stop") => {
  if (order === "start") process.send!(await session.post("Profiler.start"));
  else process.send!((await session.post("Profiler.stop")).profile);
});

await import("../commands/start.ts");
