import { expect, test } from "vitest";
import { severalAtATime } from "../../foundation/several-at-a-time.ts";

test("so many run at a time, and what they give is in their order", async () => {
  const waiting: (() => void)[] = [];
  const begun: number[] = [];
  const tasks = [0, 1, 2, 3].map((n) => async () => {
    begun.push(n);
    await new Promise<void>((go) => waiting.push(go));
    return n;
  });
  const all = severalAtATime(2, tasks);
  await expect.poll(() => begun).toEqual([0, 1]);
  waiting[1]!();
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  waiting[2]!();
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  waiting[0]!();
  waiting[3]!();
  expect(await all).toEqual([0, 1, 2, 3]);
});

test("one that fails tells the others, no other begins, and its error is thrown when they have ended", async () => {
  const ended: string[] = [];
  const failing = async () => {
    throw new Error("the first");
  };
  const running = (failed: AbortSignal) =>
    new Promise<never>((_, stop) =>
      failed.addEventListener("abort", () => {
        ended.push("running");
        stop(new Error("the second"));
      }),
    );
  const later = async () => void ended.push("later");
  await expect(severalAtATime(2, [running, failing, later])).rejects.toThrow("the first");
  expect(ended).toEqual(["running"]);
});
