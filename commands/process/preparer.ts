import "reflect-metadata";
import { type Progress, prepareDatabases } from "../../foundation/imports/sample.ts";
import { asStartError, StartError } from "../../foundation/start-error.ts";
import { listed } from "../../subgraphs/subgraphs.ts";
import type { Said, Work } from "./prepare.ts";
import { onStopSignal } from "./stop-signals.ts";

/** The child of `prepare`: brings the base up to date, says how far it is, and ends. What its parent does not want any more, it does not finish. */

const say = (said: Said) => process.send!(said);

onStopSignal(
  () => {}, // of the whole group: the parent was told too, and ends this process
  () => {},
);
process.on("disconnect", () => process.exit(1));
process.once("message", async ({ names, databaseUrl, parts }: Work) => {
  try {
    await prepareDatabases(
      names.map((name) => async () => {
        const { load, datasets } = listed(name);
        const progress: Progress = (file, done) => say({ file, done });
        return { subgraph: await load(), datasets: await datasets(), databaseUrl, parts, progress };
      }),
    );
    say("done");
  } catch (error) {
    const known = asStartError(error, "du hub");
    const { message, stack } = known as Error;
    say(known instanceof StartError ? { refusal: message } : { fault: message, stack });
  }
});
