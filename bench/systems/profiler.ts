import { Session } from "node:inspector/promises";

/** Imported before a program: a message starts its CPU profile and another ends it. */
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: 500 });

process.on("message", async (order: "start" | "stop") => {
  if (order === "start") process.send!(await session.post("Profiler.start"));
  else process.send!((await session.post("Profiler.stop")).profile);
});
