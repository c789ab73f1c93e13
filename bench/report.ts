import { cpus, totalmem } from "node:os";
import type { Bounds, Measured } from "./measure.ts";
import { median, percentile } from "./statistics.ts";

const reference = "@apollo/gateway";

interface Figures {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  gatewayCpuMs: number;
  allCpuMs: number;
  memoryMb: number;
}

/** Medians of the rounds; percentiles over all requests. */
function figuresOf({ rounds, system }: Measured): Figures {
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    gatewayCpuMs: median(rounds.map((round) => round.gatewayCpuMs)),
    allCpuMs: median(rounds.map((round) => round.allCpuMs)),
    memoryMb: system.gateway.memoryMb(),
  };
}

const row = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;

/** The measures as Markdown: one table an operation, then the ratios to `@apollo/gateway`. */
export function report(measured: readonly Measured[], { rounds, seconds, connections }: Bounds): string {
  const operations = [...Map.groupBy(measured, ({ operation }) => operation.name)];
  const tables = operations.map(([name, list]) => {
    const lines = list.map((one) => {
      const { requestsPerSecond, p50, p99, gatewayCpuMs, allCpuMs, memoryMb } = figuresOf(one);
      return row([
        one.system.name,
        requestsPerSecond.toFixed(1),
        p50.toFixed(1),
        p99.toFixed(1),
        gatewayCpuMs.toFixed(1),
        allCpuMs.toFixed(1),
        memoryMb.toFixed(0),
      ]);
    });
    return `### ${name} (${list[0]!.answerBytes} bytes)\n\n${row(["system", "requests/s", "p50 ms", "p99 ms", "gateway CPU ms", "CPU ms with subgraphs", "gateway MB"])}\n|---|---|---|---|---|---|---|\n${lines.join("\n")}\n`;
  });
  const ratios = operations.flatMap(([name, list]) => {
    const base = figuresOf(list.find(({ system }) => system.name === reference)!);
    return list
      .filter(({ system }) => system.name !== reference)
      .map((one) => {
        const figures = figuresOf(one);
        const times = (ratio: number) => `${ratio.toFixed(1)} ×`;
        return row([
          name,
          one.system.name,
          times(figures.requestsPerSecond / base.requestsPerSecond),
          times(base.p50 / figures.p50),
          times(base.gatewayCpuMs / figures.gatewayCpuMs),
          times(base.allCpuMs / figures.allCpuMs),
        ]);
      });
  });
  return `# Measures

Written by \`npm run bench -- --write\`. ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.
One run, the systems in turn: ${rounds} rounds of ${seconds} s, ${connections} connections; medians of the rounds. All answers were compared and are equal.
CPU is the gateway's process, then with its subgraphs (in process they are the same one); PostgreSQL is left out.

## Ratios to ${reference} (more is better)

${row(["operation", "system", "requests/s", "p50", "gateway CPU", "CPU with subgraphs"])}
|---|---|---|---|---|---|
${ratios.join("\n")}

## Figures

${tables.join("\n")}`;
}
