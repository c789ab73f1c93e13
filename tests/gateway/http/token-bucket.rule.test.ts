import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bucketsInMemory } from "../../../gateway/http/token-bucket.ts";

/** Ten tokens, that come back in a second. */
const size = { capacity: 10, fillsInMs: 1000 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a bucket gives all that it holds, and refuses one token more", async () => {
  const buckets = bucketsInMemory(size);
  expect(await buckets.tryToTake("a", 10)).toEqual({ untilFull: 1000, refused: false });
  expect(await buckets.tryToTake("a", 1)).toEqual({ untilFull: 1000, refused: true });
  expect(await buckets.tryToTake("b", 11)).toEqual({ untilFull: 0, refused: true });
  expect(await buckets.tryToTake("b", 10)).toEqual({ untilFull: 1000, refused: false });
});

test("it fills evenly, and what was refused took nothing", async () => {
  const buckets = bucketsInMemory(size);
  await buckets.tryToTake("a", 10);
  vi.advanceTimersByTime(299);
  expect(await buckets.tryToTake("a", 3)).toEqual({ untilFull: 701, refused: true });
  vi.advanceTimersByTime(1);
  expect(await buckets.tryToTake("a", 3)).toEqual({ untilFull: 1000, refused: false });
  vi.advanceTimersByTime(5000);
  expect(await buckets.tryToTake("a", 1)).toEqual({ untilFull: 100, refused: false });
});

test("what is taken after the fact may be owed, and is paid back with time", async () => {
  const buckets = bucketsInMemory(size);
  expect(await buckets.take("a", 15)).toBe(1500);
  expect(await buckets.take("a", 0)).toBe(1500);
  expect(await buckets.tryToTake("a", 1)).toEqual({ untilFull: 1500, refused: true });
  vi.advanceTimersByTime(600);
  expect(await buckets.tryToTake("a", 1)).toEqual({ untilFull: 1000, refused: false });
});

test("what is given back counts, never for more than the bucket holds", async () => {
  const buckets = bucketsInMemory(size);
  await buckets.take("a", 4);
  expect(await buckets.take("a", -3)).toBe(100);
  expect(await buckets.take("a", -3)).toBe(0);
  expect(await buckets.tryToTake("a", 11)).toEqual({ untilFull: 0, refused: true });
  await buckets.take("a", 15);
  expect(await buckets.tryToTake("a", 0)).toEqual({ untilFull: 1500, refused: false });
  expect(await buckets.tryToTake("a", -1)).toEqual({ untilFull: 1400, refused: false });
});

test("a clock that is set back takes nothing away", async () => {
  const buckets = bucketsInMemory(size);
  await buckets.take("a", 5);
  vi.setSystemTime(0);
  expect(await buckets.take("a", 0)).toBe(500);
});

test("of too many at once the one not used for longest is forgotten; one that is full takes no place", async () => {
  const buckets = bucketsInMemory(size, 2);
  const untilFull = async (...keys: string[]) => Promise.all(keys.map((key) => buckets.take(key, 0)));
  for (const key of ["a", "b", "c", "d", "e"]) await buckets.take(key, 5);
  expect(await untilFull("a", "e")).toEqual([0, 500]);
  for (const key of ["f", "g", "h", "i"]) {
    await buckets.take(key, 5);
    await buckets.take(key, -5);
  }
  expect(await untilFull("e", "i")).toEqual([500, 0]);
});
