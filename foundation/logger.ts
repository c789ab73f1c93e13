import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

/** JSON lines, or readable ones in a terminal. */
export function createLogger({ logLevel }: Pick<Config, "logLevel">): Logger {
  return pino({
    level: logLevel,
    base: null,
    ...(process.stdout.isTTY && { transport: { target: "pino-pretty", options: { translateTime: "HH:MM:ss", ignore: "pid,hostname" } } }),
  });
}
