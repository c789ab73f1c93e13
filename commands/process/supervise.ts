import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { compiledProgram } from "./compile.ts";
import { memoryFlags } from "./memory.ts";
import { onStopSignal } from "./stop-signals.ts";

/**
 * `node commands/process/supervise.ts <program> …`: runs a program of `commands/` that serves, compiled, and starts it again whatever
 * ends it.
 * It says "ready" once it listens; one that ends with exit code 1 before, at its first start, has said why.
 * It stops by itself when this process is gone.
 */

/** Before the first, second, … start after lives that were short; the last for all that follow. */
const delaysMs = [0, 1_000, 2_000, 4_000, 8_000];
const shortMs = 60_000;
/** How many times in a row it may end without having served. */
const maxAttempts = 5;
/** Longer than the program takes to let what is in flight finish. */
const stopMs = 18_000;

const reasons: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: ", le programme s'est interrompu lui-même : erreur du code natif, ou mémoire de Node épuisée",
  SIGKILL: ", souvent la mémoire de la machine épuisée",
  SIGSEGV: ", erreur du code natif",
};

interface Life {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Whether it came to listen. */
  served: boolean;
  short: boolean;
}

const execArgv = [...memoryFlags(process.env.HEAP_MB), "--enable-source-maps"];

const [program, ...args] = process.argv.slice(2) as [string, ...string[]];
let child: ChildProcess | undefined;
let stopping = false;

onStopSignal(
  (signal) => {
    stopping = true;
    if (!child) process.exit(0);
    child.kill(signal);
    setTimeout(() => child?.kill("SIGKILL"), stopMs);
  },
  () => {
    child?.kill("SIGKILL");
    process.exit(1);
  },
);

async function live(): Promise<Life> {
  const file = await compiledProgram(program);
  const born = performance.now();
  let served = false;
  child = fork(file, args, { execArgv }).on("message", (said) => {
    served ||= said === "ready";
  });
  return new Promise((done) =>
    child!.once("exit", (code, signal) => {
      child = undefined;
      done({ code, signal, served, short: performance.now() - born < shortMs });
    }),
  );
}

let shortLives = 0;
let attempts = 0;
for (let first = true; ; first = false) {
  const { code, signal, served, short } = await live();
  if (stopping) process.exit(code === 0 || (code === null && signal !== "SIGKILL") ? 0 : 1);
  if (first && !served && (code === 0 || code === 1)) process.exit(code); // it has said all: its help, or why it cannot start
  const why = signal ? `signal ${signal}${reasons[signal] ?? ""}` : `code de sortie ${code}`;
  attempts = served ? 0 : attempts + 1;
  if (attempts === maxAttempts) {
    console.error(`Le serveur s'est arrêté (${why}) : ${maxAttempts} démarrages de suite ont échoué, il n'est plus relancé.`);
    process.exit(1);
  }
  shortLives = short ? shortLives + 1 : 0;
  const delayMs = delaysMs[Math.max(0, Math.min(shortLives, delaysMs.length) - 1)]!;
  console.error(`Le serveur s'est arrêté (${why}) : il redémarre${delayMs > 0 ? ` dans ${delayMs / 1000} s` : ""}.`);
  await wait(delayMs);
}
