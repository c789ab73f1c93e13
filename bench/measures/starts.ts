import { compiledProgram } from "../../commands/process/compile.ts";
import { Running } from "../systems/running.ts";

/** From the call of the program to the first answer, in milliseconds. */
export interface Starts {
  /** In an empty folder: PostgreSQL is set up, and the sample loaded. */
  first: number;
  /** In the same folder, several times. */
  later: number[];
}

const laterStarts = 3;

/** What `npm start` runs, on its own PostgreSQL, as on somebody's own machine. Its code was compiled before. @param folder that is empty */
export async function timeStarts(folder: string): Promise<Starts> {
  await compiledProgram("commands/start.ts");
  const start = async () => {
    const started = performance.now();
    const hub = await Running.start(["commands/process/supervise.ts", "commands/start.ts"], {
      DATA_FOLDER: folder,
      NODE_ENV: "development",
      SAMPLE_DATA: "true",
    });
    const taken = performance.now() - started;
    await hub.loaded();
    await hub.stop();
    return taken;
  };
  const first = await start();
  const later: number[] = [];
  for (let again = 0; again < laterStarts; again++) later.push(await start());
  return { first, later };
}
