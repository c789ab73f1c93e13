import { readdirSync, readFileSync } from "node:fs";

const clockTicksPerSecond = 100;

/** CPU time that the threads of a process have used so far, user and system, in milliseconds, by the nanoseconds of the scheduler; 0 where it has ended. */
export function processCpuMs(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return (
      threads.reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]), 0) / 1e6
    );
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code!)) return 0;
    throw error;
  }
}

/** The same of a PostgreSQL server: its processes, and those of them that have ended, as the system told the first. */
export function postgresCpuMs(postmaster: number): number {
  const ended = fieldsOf(postmaster).slice(13, 15); // cutime, cstime
  const endedMs = (ended.reduce((sum, ticks) => sum + Number(ticks), 0) * 1000) / clockTicksPerSecond;
  return [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + processCpuMs(pid), endedMs);
}

export function memoryMb(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes) / 1024;
}

export function parentOf(pid: number): number {
  return Number(fieldsOf(pid)[1]);
}

function childrenOf(pid: number): number[] {
  return (readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").match(/\d+/g) ?? []).map(Number);
}

/** /proc/<pid>/stat from the state on: the name before it may hold anything. */
function fieldsOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
}
