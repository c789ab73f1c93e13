/** What a department said of a deadline: done on a day, or not done yet (null). */
interface Said {
  doneOn: string | null;
}

/**
 * Where a deadline is. It may be held on its own day, and is to come until that day is over.
 * @param said undefined: nothing was said, which is neither held nor missed.
 */
export function deadlineState(dueOn: string, said: Said | undefined, today: string) {
  if (said?.doneOn) return said.doneOn <= dueOn ? "DONE" : "DONE_LATE";
  if (dueOn >= today) return "UPCOMING";
  return said ? "OVERDUE" : "UNKNOWN";
}
