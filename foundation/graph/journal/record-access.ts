import { hubError } from "../../errors.ts";
import type { JournalLine } from "../../rights/access-journal.ts";
import type { Batch, Context } from "../context.ts";

/** What is written of an access; who asks is in the context. */
export type Access = Pick<JournalLine, "scope" | "subject" | "departments" | "rows" | "habilitation" | "purpose" | "allowed">;

/** What a caller wrote, as it may stand in the journal: short, and without what no text column can hold. */
const printable = (text: string) =>
  text
    .toWellFormed()
    .replace(/\p{Cc}/gu, "\uFFFD")
    .slice(0, 100);

const writeAccesses: Batch<Access, null> = async (accesses, { rights, request, journal }) => {
  const who = { client: rights.client!, operation: request.operation ? printable(request.operation) : null, request: request.id };
  await journal.write(
    accesses.map((access) => ({
      ...who,
      ...access,
      subject: printable(access.subject),
      departments: access.departments.map(printable),
    })),
  );
  return accesses.map(() => null);
};

/**
 * Writes who reads what; all accesses of one tick are one statement. Callers without a token leave none: they hold no scope.
 * @throws JOURNAL_UNAVAILABLE where it cannot be written: what was to be read is then not served.
 */
export async function recordAccess(context: Context, access: Access): Promise<void> {
  if (context.rights.client === null) return;
  try {
    await context.load(writeAccesses, access);
  } catch (error) {
    context.onError(error);
    throw hubError("JOURNAL_UNAVAILABLE");
  }
}
