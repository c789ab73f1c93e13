import { Loader } from "../load/loader.ts";
import { everything, type Operation } from "../load/operations.ts";
import type { System } from "../systems/systems.ts";

/** Of small requests, in milliseconds. */
export interface Neighbour {
  system: System;
  alone: number[];
  beside: number[];
  /** How many views of all departments were answered meanwhile, a second. */
  everythingPerSecond: number;
}

const everyMs = 20;
const connections = 64;

/** Small requests in time, alone and then while another client asks for the view of all departments without end. */
export async function besideEverything(
  systems: readonly System[],
  small: Operation,
  loader: Loader,
  seconds: number,
): Promise<Neighbour[]> {
  const other = new Loader();
  const measured: Neighbour[] = [];
  try {
    for (const system of systems) {
      const target = { system: system.name, url: system.gateway.url, seconds };
      const loop = { ...target, operation: everything, connections: 1 };
      await other.run({ ...loop, seconds: 1 });
      const ask = () => loader.run({ ...target, operation: small, connections, everyMs });
      await ask();
      const alone = await ask();
      const [beside, views] = await Promise.all([ask(), other.run(loop)]);
      measured.push({
        system,
        alone: alone.latencies,
        beside: beside.latencies,
        everythingPerSecond: views.latencies.length / views.seconds,
      });
    }
  } finally {
    other.stop();
  }
  return measured;
}
