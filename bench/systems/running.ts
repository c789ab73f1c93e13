import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { compiledProgram } from "../../commands/process/compile.ts";
import { memoryFlags } from "../../commands/process/memory.ts";
import { memoryMb, processCpuMs } from "./cpu.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What a subgraph answers to all but the gateway. */
const refusedStatus = 401;
/** Nobody measures a budget or a queue. */
const unlimited = { BUDGET_ANONYMOUS: "1000000000", CONCURRENCY_ANONYMOUS: "64" };
/** With what its supervisor runs a compiled program. */
const asSupervised = [...memoryFlags(), "--enable-source-maps"];

/** A server of the bench: one process, on a port of its own, with its log to /dev/null. */
export class Running {
  static readonly #all: Running[] = [];

  private constructor(
    readonly url: string,
    readonly child: ChildProcess,
  ) {
    Running.#all.push(this);
  }

  static async stopAll(): Promise<void> {
    await Promise.all(Running.#all.map((running) => running.stop()));
  }

  /** A program of the hub as it runs in production: compiled, with the memory that its supervisor gives it. @param flags of Node's, beside these */
  static async hub(program: string, environment: Record<string, string>, args: string[] = [], flags: string[] = []): Promise<Running> {
    return Running.start([...asSupervised, ...flags, await compiledProgram(program), ...args], environment);
  }

  /** A program of the bench. */
  static async own(file: string, environment: Record<string, string>): Promise<Running> {
    return Running.start(["--import", "tsx", fileURLToPath(new URL(file, import.meta.url))], environment);
  }

  /** Runs `node …command` and waits until it answers GraphQL. */
  static async start(command: string[], environment: Record<string, string>): Promise<Running> {
    const port = await freePort();
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        ...unlimited,
        NODE_ENV: "production",
        SAMPLE_DATA: "false",
        HOST: "127.0.0.1",
        PORT: String(port),
        ...environment,
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const running = new Running(`http://127.0.0.1:${port}/graphql`, child);
    child.once("exit", (code, signal) => {
      if (!child.killed) console.error(`${command.join(" ")}: ended with ${signal ?? `exit code ${code}`}`);
    });
    const started = performance.now();
    while (!(await running.#answers())) {
      if (child.exitCode !== null) throw new Error(`${command.join(" ")}: exit code ${child.exitCode}`);
      if (performance.now() - started > 120_000) throw new Error(`${command.join(" ")}: no answer after two minutes`);
      await wait(20);
    }
    return running;
  }

  async #answers(): Promise<boolean> {
    const body = JSON.stringify({ query: "{ __typename }" });
    const request = { method: "POST", headers: { "content-type": "application/json" }, body, signal: AbortSignal.timeout(5000) };
    return fetch(this.url, request).then(
      async (response) => (await response.text()) !== "" && (response.ok || response.status === refusedStatus),
      () => false,
    );
  }

  /** Waits until nothing is loaded behind any more. */
  async loaded(): Promise<void> {
    const health = new URL("/health/ready", this.url);
    for (const started = performance.now(); performance.now() - started < 120_000; ) {
      const { loading } = (await (await fetch(health)).json()) as { loading: string[] };
      if (loading.length === 0) return;
      await wait(100);
    }
    throw new Error(`${this.url}: files are still missing after two minutes`);
  }

  cpuMs(): number {
    return processCpuMs(this.child.pid!);
  }

  memoryMb(): number {
    return memoryMb(this.child.pid!);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    const late = setTimeout(() => this.child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(late);
  }
}

/** Below the ports that the system hands out, so that nobody is given it before the server listens. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer().listen(port, "127.0.0.1");
    const free = await once(probe, "listening").then(
      () => true,
      () => false,
    );
    if (!free) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}
