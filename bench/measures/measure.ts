import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../database.ts";
import type { Load } from "../load/load.ts";
import type { Loader } from "../load/loader.ts";
import type { Operation } from "../load/operations.ts";
import type { System } from "../systems/systems.ts";

export interface Sample {
  requestsPerSecond: number;
  /** CPU time a request, in milliseconds: of the gateway's process, of the subgraphs that run apart, of PostgreSQL. */
  gatewayCpuMs: number;
  subgraphsCpuMs: number;
  postgresCpuMs: number;
  latencies: number[];
  /** Resident memory of the gateway's process at the end. */
  memoryMb: number;
  answerBytes: number;
}

/** What is asked of which systems, and how. */
export interface Case {
  title: string;
  operation: Operation;
  systems: readonly System[];
  /** Whether the data change before. */
  cold?: boolean;
  /** Instead of all the connections and seconds. */
  load?: Pick<Load, "once"> & Partial<Pick<Load, "connections">>;
}

/** What was measured of one case on one system: a sample a round. */
export interface Measured {
  title: string;
  system: System;
  rounds: Sample[];
}

export interface Bounds {
  rounds: number;
  seconds: number;
  connections: number;
}

/** Rounds before those that count. */
export const warmUps = 2;
/** A system hears that its data have changed; tests hold it to 50 ms on a quiet machine. */
const heardMs = 250;

/** Tries every case on each of its systems, one after the other, round after round, after those that warm up and do not count. */
export async function measure(cases: readonly Case[], database: Database, loader: Loader, bounds: Bounds): Promise<Measured[]> {
  const all = cases.flatMap((each) => each.systems.map((system) => ({ case: each, title: each.title, system, rounds: [] as Sample[] })));
  for (let round = 1 - warmUps; round <= bounds.rounds; round++) {
    for (const { case: each, system, rounds } of all) {
      if (each.cold) {
        await database.growCold();
        await wait(heardMs);
      }
      const { connections, seconds } = bounds;
      const load = { system: system.name, url: system.gateway.url, operation: each.operation, connections, seconds, ...each.load };
      const sample = await sampleOf(system, database, () => loader.run(load));
      if (round > 0) rounds.push(sample);
    }
    console.log(round > 0 ? `round ${round} of ${bounds.rounds}` : "warming up");
  }
  return all;
}

type Answered = Awaited<ReturnType<Loader["run"]>>;

async function sampleOf({ gateway, subgraphs }: System, database: Database, load: () => Promise<Answered>): Promise<Sample> {
  const used = () => ({
    gateway: gateway.cpuMs(),
    subgraphs: subgraphs.reduce((sum, subgraph) => sum + subgraph.cpuMs(), 0),
    postgres: database.cpuMs(),
  });
  const before = used();
  const { latencies, seconds, answerBytes } = await load();
  const after = used();
  const perRequest = (part: keyof typeof before) => (after[part] - before[part]) / latencies.length;
  return {
    requestsPerSecond: latencies.length / seconds,
    gatewayCpuMs: perRequest("gateway"),
    subgraphsCpuMs: perRequest("subgraphs"),
    postgresCpuMs: perRequest("postgres"),
    latencies,
    memoryMb: gateway.memoryMb(),
    answerBytes,
  };
}
