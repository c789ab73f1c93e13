import { vi } from "vitest";

/** Runs with this process's clock stopped at an instant; PostgreSQL keeps its own. */
export async function at<T>(instant: string, run: () => T | Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
  try {
    return await run();
  } finally {
    vi.useRealTimers();
  }
}
