import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import manifest from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));

/** A test that times out disposes of nothing. */
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) killGroup(child, "SIGKILL");
});

/** Runs one of the project's commands as npm does, in a group of its own, with no other environment than this one; what V8 compiled is kept for the next. */
export function startCommand(file: string, args: string[] = [], env: Record<string, string> = {}) {
  const { PATH, HOME } = process.env as Record<string, string>;
  const [, ...script] = Object.values(manifest.scripts)
    .map((line) => line.split(" "))
    .find((words) => words.includes(file))!;
  const child = spawn("node_modules/.bin/node", [...script, ...args], {
    cwd: root,
    env: { PATH, HOME, HOST: "127.0.0.1", NODE_COMPILE_CACHE: join(tmpdir(), "hub-compile-cache"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  running.add(child);
  child.on("exit", () => running.delete(child));
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>((done) =>
    child.on("close", (code, signal) => done({ code, signal, stdout, stderr })),
  );

  return {
    pid: child.pid!,
    stdout: () => stdout,
    stderr: () => stderr,
    /** To its first process alone. */
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** To all its processes, as a terminal does. */
    killAll: (signal: NodeJS.Signals) => killGroup(child, signal),
    /** How it ended and all that it said. */
    ended,
    /** The first address that it prints; fails as soon as the command has ended without one. */
    async address(): Promise<string> {
      const found = () => /http:\/\/[\d.]+:\d+/.exec(stdout)?.[0];
      const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
      await vi.waitUntil(() => found() || hasEnded(), { timeout: 200_000, interval: 50 });
      if (!found()) {
        await ended;
        throw new Error(`${file} ended without an address:\n${stdout}\n${stderr}`);
      }
      return found()!;
    },
    /** Waits until the files that are loaded behind are there too. */
    async loaded(): Promise<void> {
      await vi.waitUntil(() => stdout.includes("Toutes les données sont chargées") || child.exitCode !== null, {
        timeout: 200_000,
        interval: 50,
      });
    },
    async [Symbol.asyncDispose]() {
      killGroup(child, "SIGKILL");
      await ended;
    },
  };
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid!, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

export type Command = ReturnType<typeof startCommand>;
