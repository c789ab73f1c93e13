import { equalAnswers } from "./answers.ts";
import type { Loader } from "./loader.ts";
import type { Operation } from "./operations.ts";
import type { System } from "./systems.ts";

export interface Sample {
  requestsPerSecond: number;
  /** CPU time of the gateway's process, a request. */
  gatewayCpuMs: number;
  /** The same with the subgraphs that run apart; PostgreSQL is left out. */
  allCpuMs: number;
  latencies: number[];
}

/** What was measured of one operation on one system: a sample a round. */
export interface Measured {
  operation: Operation;
  system: System;
  rounds: Sample[];
  /** Size of the answer, in bytes. */
  answerBytes: number;
}

/** Rounds before those that count. */
export const warmUps = 2;

export interface Bounds {
  rounds: number;
  seconds: number;
  connections: number;
}

/** Loads every system with every operation, one after the other, round after round, after those that warm up and do not count. */
export async function measure(
  systems: readonly System[],
  operations: readonly Operation[],
  loader: Loader,
  bounds: Bounds,
): Promise<Measured[]> {
  const all: (Measured & { answer: string })[] = [];
  for (const operation of operations) {
    const answers = await equalAnswers(systems, operation);
    for (const [index, system] of systems.entries()) {
      const answer = answers[index]!;
      all.push({ operation, system, rounds: [], answer, answerBytes: Buffer.byteLength(answer) });
    }
  }
  for (let round = 1 - warmUps; round <= bounds.rounds; round++) {
    for (const { operation, system, rounds, answer } of all) {
      const sample = await sampleOf(system, operation, answer, loader, bounds);
      if (round > 0) rounds.push(sample);
    }
    console.log(round > 0 ? `round ${round} of ${bounds.rounds}` : "warming up");
  }
  return all;
}

async function sampleOf(
  { gateway, subgraphs }: System,
  { query, variables }: Operation,
  expected: string,
  loader: Loader,
  bounds: Bounds,
): Promise<Sample> {
  const cpuOf = () => [gateway, ...subgraphs].map((process) => process.cpuMs());
  const before = cpuOf();
  const { connections, seconds } = bounds;
  const load = await loader.run({ url: gateway.url, body: JSON.stringify({ query, variables }), expected, connections, seconds });
  const [gatewayCpu = 0, ...subgraphCpu] = cpuOf().map((after, index) => after - before[index]!);
  const requests = load.latencies.length;
  return {
    requestsPerSecond: requests / load.seconds,
    gatewayCpuMs: gatewayCpu / requests,
    allCpuMs: (gatewayCpu + subgraphCpu.reduce((sum, cpu) => sum + cpu, 0)) / requests,
    latencies: load.latencies,
  };
}
