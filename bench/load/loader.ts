import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Load, LoadResult } from "./load.ts";

/** The process that sends the load, so that its work is not counted as the gateway's. */
export class Loader {
  readonly #child: ChildProcess = fork(new URL("load.ts", import.meta.url), { execArgv: ["--import", "tsx"] });

  /** One at a time. @throws where an answer is not the expected one. */
  async run(load: Load): Promise<LoadResult> {
    this.#child.send(load);
    const [result] = (await once(this.#child, "message")) as [LoadResult];
    if (result.failure) throw new Error(result.failure);
    return result;
  }

  stop(): void {
    this.#child.kill();
  }
}
