import { parentPort } from "node:worker_threads";
import { decide } from "./decide.ts";
import type { Problem } from "./problem.ts";
import { verify } from "./verify.ts";

/** The thread of decisions: it decides one after the other, and adds each proof up. */
parentPort!.on("message", async (problem: Problem) => {
  const decision = await decide(problem);
  parentPort!.postMessage({ ...decision, faults: verify(problem, decision) });
});
