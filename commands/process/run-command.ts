import { CommanderError } from "commander";
import { type Config, readConfig } from "../../foundation/config.ts";
import { asStartError, StartError } from "../../foundation/start-error.ts";
import { refusalOf } from "./command-line.ts";

/** Runs a command's main function; a `StartError` is its own line on stderr and exit code 1. */
export async function runCommand(main: (config: Config) => Promise<void>): Promise<void> {
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    await main(config);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) process.exit(0); // it was asked for its help
    const known = error instanceof CommanderError ? refusalOf(error) : asStartError(error, "du hub");
    console.error(known instanceof StartError ? known.message : `Erreur inattendue : ${(known as Error).message ?? known}`);
    if (!(known instanceof StartError) && config?.logLevel === "debug") console.error(known);
    process.exit(1);
  }
}
