import { readdir, readFile } from "node:fs/promises";

/** Process ids whose command line holds this text. */
export async function processesOf(text: string): Promise<string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map(async (id) => [id, await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")] as const));
  return lines.filter(([, line]) => line.includes(text)).map(([id]) => id);
}

/** Whether it runs still; one that has ended, and that nobody has asked how, does not. */
export async function isRunning(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")) !== "";
}

/** Processes that this one has started and that run. */
export async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children.split(" ").filter(Boolean).map(Number);
}
