import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** What a subgraph answers to all but the gateway. */
const refusedStatus = 401;
/** Nobody measures a budget or a queue. */
const unlimited = { BUDGET_ANONYMOUS: "1000000000", CONCURRENCY_ANONYMOUS: "64" };
const clockTicksPerSecond = 100;

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

  /**
   * Runs `node file …args` as in production and waits until it answers GraphQL.
   * @param file from the project's root.
   */
  static async start(file: string, args: string[], environment: Record<string, string>): Promise<Running> {
    const port = await freePort();
    const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
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
    for (let tries = 0; !(await running.#answers()); tries++) {
      if (child.exitCode !== null) throw new Error(`${file} ${args.join(" ")}: exit code ${child.exitCode}`);
      if (tries === 600) throw new Error(`${file} ${args.join(" ")}: no answer after a minute`);
      await wait(100);
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

  /** CPU time used so far, all threads, user and system. */
  cpuMs(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / clockTicksPerSecond;
  }

  memoryMb(): number {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, "utf8"))!;
    return Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    const late = setTimeout(() => this.child.kill("SIGKILL"), 10_000);
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
