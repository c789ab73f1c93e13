import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { Config } from "../../foundation/config.ts";
import { createLogger } from "../../foundation/logger.ts";
import { runCommand } from "./run-command.ts";
import { onStopSignal } from "./stop-signals.ts";

export interface Life {
  config: Config;
  logger: Logger;
  /** What was opened, closed in reverse order when the process stops, whatever stops it. */
  opened: AsyncDisposableStack;
  /** Aborted where the process is asked to stop before it is ready. */
  stopping: AbortSignal;
}

/** What is in flight may take this long to finish once the process is asked to stop. */
const drainMs = 15_000;
/** A start that is interrupted may take this long to come to the end of its step, so that what it was opening is closed too. */
const leaveOffMs = 5_000;

/**
 * The life of a process that serves: start, ready, drain, stop. A signal stops it, and so does the end of its supervisor.
 * Exit code 0 where it was asked to stop, 1 with one line where it cannot start.
 * @param start opens what it needs and listens. @returns what to say when it is ready.
 */
export async function serve(start: (life: Life) => Promise<string>): Promise<void> {
  await runCommand(async (config) => {
    const logger = createLogger(config);
    const asked = Promise.withResolvers<void>();
    const interruption = new AbortController();
    let exitCode = 0;
    onStopSignal(
      () => asked.resolve(),
      () => process.exit(1),
    );
    process.on("disconnect", () => asked.resolve());
    if (process.connected === false) asked.resolve(); // the supervisor did not live to see it start
    process.on("uncaughtException", (err) => {
      logger.fatal({ err }, "stopping");
      exitCode = 1;
      asked.resolve();
    });

    const opened = new AsyncDisposableStack();
    const starting = start({ config, logger, opened, stopping: interruption.signal });
    try {
      const ready = await Promise.race([starting, asked.promise]);
      if (ready) {
        console.log(ready);
        process.send?.("ready");
        await asked.promise;
      } else {
        interruption.abort();
        await Promise.race([starting.catch(() => {}), wait(leaveOffMs)]);
      }
    } finally {
      setTimeout(() => {
        console.error(`Arrêt forcé : des requêtes étaient encore en cours après ${drainMs / 1000} s.`);
        process.exit(1);
      }, drainMs);
      await opened.disposeAsync();
    }
    process.exit(exitCode);
  });
}
