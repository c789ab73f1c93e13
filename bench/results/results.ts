import type { Bounds, Measured } from "../measures/measure.ts";
import type { Import } from "../measures/import.ts";
import type { Neighbour } from "../measures/neighbour.ts";
import type { Share } from "../measures/profile.ts";
import type { Starts } from "../measures/starts.ts";
import { names } from "../systems/systems.ts";
import { barsOf, ratioOf, wholeCpuMs } from "./bars.ts";
import { median, percentile } from "./statistics.ts";
import { table } from "./table.ts";

export interface Results {
  machine: Record<string, string>;
  bounds: Bounds;
  measured: readonly Measured[];
  neighbours: readonly Neighbour[];
  imported: Import;
  starts: Starts;
  profiles: readonly { title: string; shares: readonly Share[] }[];
}

/** The contents of RESULTS.md. */
export function render({ machine, bounds, measured, neighbours, imported, starts, profiles }: Results): string {
  return [
    "# Results",
    "Printed by `npm run bench`; do not edit. [README.md](README.md) says what is measured, and how to read it.",
    Object.entries(machine)
      .map(([name, value]) => `- ${name}: ${value}`)
      .join("\n"),
    `${bounds.rounds} rounds of ${bounds.seconds} s for each system and load, ${bounds.connections} connections. Latencies are of all requests; everything else is the median of the rounds; a ratio is the median of those of each round.`,
    "## Bars of issue 8",
    table(
      ["", "asked", "measured", ""],
      barsOf(measured, starts, imported).map(({ what, asked, measured: value, met }) => [what, asked, value, met ? "met" : "**missed**"]),
    ),
    ...[...Map.groupBy(measured, ({ title }) => title)].flatMap(([title, rows]) => [`## ${title}`, loadTable(rows)]),
    "## A small request beside the view of all departments",
    "Distinct communes, one each 20 ms, alone and while another client asks for the view of all departments without end. Milliseconds from the moment when the request was due.",
    neighbourTable(neighbours),
    "## Import",
    importSentence(imported),
    "## Start",
    `To the first answer, on the PostgreSQL that comes with the hub, compiled before: ${seconds(starts.first)} s in an empty folder with today's sample, then ${starts.later.map(seconds).join(", ")} s.`,
    ...profiles.flatMap(({ title, shares }) => [
      `## Where the time goes: ${title}`,
      "CPU profile of the hub in process: self time by part, garbage collection apart.",
      table(
        ["part", "%"],
        shares.map(({ where, percent }) => [where, percent.toFixed(1)]),
      ),
    ]),
    "",
  ].join("\n\n");
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

function loadTable(rows: readonly Measured[]): string {
  const apollo = rows.find(({ system }) => system.name === names.apollo)!.rounds;
  const head = [
    "",
    "requests/s",
    "of @apollo/gateway",
    "p50 ms",
    "p99 ms",
    "CPU ms/request: gateway",
    "subgraphs apart",
    "PostgreSQL",
    "all",
  ];
  return table(
    [...head, "RSS of the gateway, MB", "answer, bytes"],
    rows.map(({ system, rounds }) => {
      const latencies = rounds.flatMap((round) => round.latencies);
      const middle = (of: (sample: (typeof rounds)[number]) => number, digits: number) => median(rounds.map(of)).toFixed(digits);
      return [
        system.name,
        middle((sample) => sample.requestsPerSecond, 1),
        `${ratioOf(rounds, apollo, (sample) => sample.requestsPerSecond).toFixed(2)} ×`,
        percentile(latencies, 50).toFixed(1),
        percentile(latencies, 99).toFixed(1),
        middle((sample) => sample.gatewayCpuMs, 2),
        middle((sample) => sample.subgraphsCpuMs, 2),
        middle((sample) => sample.postgresCpuMs, 2),
        middle(wholeCpuMs, 2),
        middle((sample) => sample.memoryMb, 0),
        middle((sample) => sample.answerBytes, 0),
      ];
    }),
  );
}

function neighbourTable(neighbours: readonly Neighbour[]): string {
  return table(
    ["", "alone, p50", "p99", "beside, p50", "p99", "longest", "views of all/s"],
    neighbours.map(({ system, alone, beside, everythingPerSecond }) => [
      system.name,
      percentile(alone, 50).toFixed(1),
      percentile(alone, 99).toFixed(1),
      percentile(beside, 50).toFixed(1),
      percentile(beside, 99).toFixed(1),
      Math.max(...beside).toFixed(1),
      everythingPerSecond.toFixed(1),
    ]),
  );
}

function importSentence({ file, rows, importMs, copyMs }: Import): string {
  const rate = (ms: number[]) => Math.round(rows / (median(ms) / 1000));
  return `\`${file}\`, ${rows} rows: ${rate(importMs)} rows/s by the door of all imports (read, checked, compared, written), ${rate(copyMs)} rows/s by COPY of the same rows into a table with the same indexes.`;
}
