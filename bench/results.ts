import type { Bounds, Measured, Sample } from "./measure.ts";
import type { Share } from "./profile.ts";
import { median, percentile } from "./statistics.ts";
import type { System } from "./systems.ts";

export interface Results {
  machine: Record<string, string>;
  bounds: Bounds;
  measured: readonly Measured[];
  systems: readonly System[];
  profile: { operation: string; shares: readonly Share[] };
}

/** The contents of RESULTS.md. */
export function render({ machine, bounds, measured, systems, profile }: Results): string {
  const operations = Map.groupBy(measured, ({ operation }) => operation);
  return [
    "# Results",
    "Printed by `npm run bench`; do not edit. [README.md](README.md) says what is measured and how to read it.",
    Object.entries(machine)
      .map(([name, value]) => `- ${name}: ${value}`)
      .join("\n"),
    `${bounds.rounds} rounds of ${bounds.seconds} s for each system and operation, ${bounds.connections} connections. Latencies are of all requests; everything else is the median of the rounds.`,
    ...[...operations].flatMap(([{ name }, rows]) => [`## ${title(name)}`, absoluteTable(rows), ratioTable(rows)]),
    "## Memory",
    "Resident memory (MB) at the end of all rounds.",
    memoryTable(systems),
    "## Where the time goes",
    `CPU profile of the hub in process, ${profile.operation}: self time by part, garbage collection apart.`,
    table(
      ["part", "%"],
      profile.shares.map(({ where, percent }) => [where, percent.toFixed(1)]),
    ),
    "",
  ].join("\n\n");
}

function absoluteTable(rows: readonly Measured[]): string {
  return table(
    ["", "requests/s", "p50 ms", "p99 ms", "CPU of the gateway, ms/request", "with the subgraphs'", "answer, bytes"],
    rows.map(({ system, rounds, answerBytes }) => {
      const latencies = rounds.flatMap((round) => round.latencies);
      return [
        system.name,
        median(rounds.map(({ requestsPerSecond }) => requestsPerSecond)).toFixed(1),
        percentile(latencies, 50).toFixed(1),
        percentile(latencies, 99).toFixed(1),
        median(rounds.map(({ gatewayCpuMs }) => gatewayCpuMs)).toFixed(2),
        median(rounds.map(({ allCpuMs }) => allCpuMs)).toFixed(2),
        String(answerBytes),
      ];
    }),
  );
}

/** How many times better than the last row: each round against its own round there. */
function ratioTable(rows: readonly Measured[]): string {
  const reference = rows.at(-1)!;
  const ratio = (rounds: readonly Sample[], better: (sample: Sample, other: Sample) => number) =>
    `${median(rounds.map((sample, index) => better(sample, reference.rounds[index]!))).toFixed(2)} ×`;
  return table(
    [`better than ${reference.system.name}`, "requests/s", "p50", "p99", "CPU of the gateway", "with the subgraphs'"],
    rows.map(({ system, rounds }) => [
      system.name,
      ratio(rounds, (sample, other) => sample.requestsPerSecond / other.requestsPerSecond),
      ratio(rounds, (sample, other) => percentile(other.latencies, 50) / percentile(sample.latencies, 50)),
      ratio(rounds, (sample, other) => percentile(other.latencies, 99) / percentile(sample.latencies, 99)),
      ratio(rounds, (sample, other) => other.gatewayCpuMs / sample.gatewayCpuMs),
      ratio(rounds, (sample, other) => other.allCpuMs / sample.allCpuMs),
    ]),
  );
}

function memoryTable(systems: readonly System[]): string {
  return table(
    ["", "gateway", "with the subgraphs"],
    systems.map(({ name, gateway, subgraphs }) => {
      const own = gateway.memoryMb();
      return [name, own.toFixed(0), subgraphs.reduce((sum, subgraph) => sum + subgraph.memoryMb(), own).toFixed(0)];
    }),
  );
}

function title(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map((_, column) => (column === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
