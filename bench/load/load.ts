import { Pool } from "undici";
import { Answers } from "./answers.ts";
import type { Operation } from "./operations.ts";

export interface Load {
  /** Of the system, and where it is. */
  system: string;
  url: string;
  operation: Operation;
  /** Requests under way at once: each connection sends the next when the last is answered. */
  connections: number;
  /** How long; less where each of the variables is asked once. */
  seconds: number;
  once?: boolean;
  /** Instead, one request each so many milliseconds, however long the answers take. */
  everyMs?: number;
}

export interface LoadResult {
  /** Of each request, in milliseconds, from the moment when it was due. */
  latencies: number[];
  seconds: number;
  /** Of the last answer, its extensions included. */
  answerBytes: number;
  failure?: string;
}

const answers = new Answers();
/** Where the variables of an operation go on, by system. */
const cursors = new Map<string, number>();

async function run({ system, url, operation, connections, seconds, once = false, everyMs }: Load): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const { variables } = operation;
  const heads = Array.from({ length: connections }, (_, client) => `{"query":${JSON.stringify(textOf(operation, client))},"variables":`);
  const tails = variables.map((each) => `${JSON.stringify(each)}}`);
  const latencies: number[] = [];
  const cursor = `${system}\n${operation.name}`;
  let next = cursors.get(cursor) ?? 0;
  let answerBytes = 0;
  let wrong = 0;

  async function ask(due: number, client = 0): Promise<void> {
    const index = next++ % tails.length;
    const headers = { "content-type": "application/json" };
    const { body } = await pool.request({ method: "POST", path: pathname, headers, body: `${heads[client]}${tails[index]}` });
    const answer = Buffer.from(await body.arrayBuffer());
    latencies.push(performance.now() - due);
    answerBytes = answer.length;
    if (!answers.note(system, operation, index, answer)) wrong++;
  }

  const started = performance.now();
  const last = once ? next + tails.length : Number.POSITIVE_INFINITY;
  const goesOn = () => performance.now() - started < seconds * 1000 && next < last;
  async function inTurn(client: number): Promise<void> {
    while (goesOn()) await ask(performance.now(), client);
  }
  async function inTime(intervalMs: number): Promise<void> {
    const asked: Promise<void>[] = [];
    for (let due = started; goesOn(); due += intervalMs) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      asked.push(ask(due));
    }
    await Promise.all(asked);
  }
  await (everyMs === undefined ? Promise.all(Array.from({ length: connections }, (_, client) => inTurn(client))) : inTime(everyMs));
  const elapsed = (performance.now() - started) / 1000;

  cursors.set(cursor, next);
  await pool.close();
  answers.compare();
  const failure = wrong > 0 ? `${system}: ${wrong} answers of ${latencies.length} are not the one it gave before` : undefined;
  return { latencies, seconds: elapsed, answerBytes, ...(failure && { failure }) };
}

/** Where all ask the same, each has a text of its own: no system may answer requests that are under way together with one execution. */
function textOf({ query, variables }: Operation, client: number): string {
  return variables.length === 1 ? `${query}\n# ${client}` : query;
}

process.on("message", (load: Load) => {
  run(load).then(
    (result) => process.send!(result),
    (error: Error) => process.send!({ latencies: [], seconds: 0, answerBytes: 0, failure: error.message } satisfies LoadResult),
  );
});
process.on("disconnect", () => process.exit());
