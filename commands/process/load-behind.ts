import type { Logger } from "pino";
import type { Tables } from "../../foundation/tables/tables.ts";
import { filesToLoad, prepare } from "./prepare.ts";
import type { Progress } from "../../foundation/imports/sample.ts";

interface Options {
  tables: readonly Tables[];
  databaseUrl: string;
  logger: Logger;
  progress: Progress;
  /** Called once all of it is loaded. */
  onLoaded: () => void;
}

/** The largest files of the sample, loaded while the hub answers. What could not be loaded stays named, and is tried again at the next start. */
export async function loadBehind({ logger, onLoaded, progress, ...base }: Options) {
  const parts = ["behind"] as const;
  const left = new Set(await filesToLoad(base.tables, base.databaseUrl, parts));
  const stopped = new AbortController();
  const note: Progress = (file, done) => {
    if (done === "LOADED") left.delete(file);
    progress(file, done);
  };
  const finish = () => {
    left.clear(); // another process may have loaded one of them
    onLoaded();
  };
  const done =
    left.size === 0
      ? Promise.resolve()
      : prepare({ ...base, parts, stopping: stopped.signal, progress: note }).then(finish, (err: unknown) => {
          if (!stopped.signal.aborted) logger.error({ err, left: [...left] }, "files of the sample could not be loaded");
        });
  return {
    /** Labels of the files that are not there yet. */
    left: (): string[] => [...left],
    /** Leaves off: of a file that is half loaded nothing is written. */
    async stop(): Promise<void> {
      stopped.abort();
      await done;
    },
  };
}
