import { Pool } from "undici";

/** One load: as many requests as fit in the time, each connection sending the next when the last is answered. */
export interface Load {
  url: string;
  body: string;
  /** The answer of every request, byte for byte up to its extensions: the budget that is left is another each time. */
  expected: string;
  connections: number;
  seconds: number;
}

export interface LoadResult {
  /** Of each request, in milliseconds. */
  latencies: number[];
  seconds: number;
  /** How many answers were not the expected one. */
  wrong: number;
}

const dataOf = (answer: string) => answer.split(',"extensions":', 1)[0];

async function run({ url, body, expected, connections, seconds }: Load): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const latencies: number[] = [];
  let wrong = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - started < seconds * 1000) {
        const sent = performance.now();
        const answer = await pool.request({ method: "POST", path: pathname, headers: { "content-type": "application/json" }, body });
        const text = await answer.body.text();
        latencies.push(performance.now() - sent);
        if (dataOf(text) !== dataOf(expected)) wrong++;
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  await pool.close();
  return { latencies, seconds: elapsed, wrong };
}

process.on("message", async (load: Load) => process.send!(await run(load)));
process.on("disconnect", () => process.exit());
