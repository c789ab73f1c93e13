import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";
import type { Config } from "./config.ts";

/** JSON lines, or readable ones in a terminal. @param destination where they go in place of the standard output */
export function createLogger({ logLevel }: Pick<Config, "logLevel">, destination?: DestinationStream): Logger {
  const options = { level: logLevel, base: null, serializers: { err: loggedError } };
  if (destination) return pino(options, destination);
  return pino({
    ...options,
    ...(process.stdout.isTTY && { transport: { target: "pino-pretty", options: { translateTime: "HH:MM:ss", ignore: "pid,hostname" } } }),
  });
}

/** What it is and where it comes from, and nothing else that the error carries: PostgreSQL's `detail` quotes whole rows. */
function loggedError(error: unknown) {
  if (typeof (error as Error | undefined)?.message !== "string") return { message: String(error) };
  const { type, message, stack, code } = stdSerializers.err(error as Error);
  return { type, ...(typeof code === "string" && { code }), message, stack };
}
