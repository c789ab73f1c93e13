import { parentPort } from "node:worker_threads";
import { decide } from "./decide.ts";
import type { Answer } from "./decide-apart.ts";
import type { Problem } from "./problem.ts";
import { verify } from "./verify.ts";

/** The thread of decisions: it decides one after the other, and adds each proof up. */
parentPort?.on("message", async (problem: Problem) => {
  const decision = await decide(problem);
  const { withheld, exposed, elsewhere } = decision;
  parentPort!.postMessage({ withheld, exposed, elsewhere, faults: verify(problem, decision) } satisfies Answer);
});
