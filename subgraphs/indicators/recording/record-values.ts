import type { Context } from "../../../foundation/graph/context.ts";
import { recordAccess } from "../../../foundation/graph/journal/record-access.ts";
import { forbidden, hubError, limitError } from "../../../foundation/errors.ts";
import type { Afterwards, Dataset } from "../../../foundation/imports/dataset.ts";
import { UnreadableFile } from "../../../foundation/imports/envelope/unreadable-file.ts";
import { type ImportReport, importLines } from "../../../foundation/imports/import.ts";
import { leapText } from "../../../foundation/imports/publication.ts";
import { connectWriter, type Writer } from "../../../foundation/imports/writer.ts";
import { maxWrittenValues } from "../../../foundation/limits.ts";
import { observationsDataset } from "../../../foundation/numbers/exchange/observations.import.ts";
import type { Partner } from "../../../foundation/numbers/partner.ts";
import { type Grant, grantFor, type Rights } from "../../../foundation/rights/rights.ts";
import { writerRole, writerSessionOf } from "../../../foundation/rights/writer-role.ts";
import { outdateAllFiles } from "../../../foundation/tables/data-version.ts";
import { departmentsOf } from "../../../foundation/territories/territory-parent.ts";
import { register } from "../../../foundation/territories/register.ts";
import { Indicator } from "../catalogue/indicator.entity.ts";
import { countWithheld, notCountedByHub } from "./register-rules.ts";
import { hashOf, type Known, linesOf, placeOf, type SentValue, sentenceOf, sentValue } from "./lines-of-values.ts";
import type { Recorded, RecordValuesInput } from "./record-values.input.ts";
import { type Counts, RecordedBatch } from "./recorded-batch.entity.ts";
import { keptDays } from "./written.ts";

const scope = "values:write";
const longestKey = 100;
const shownLines = 20;
const lockTimeoutMs = 8_000;
const statementTimeoutMs = 60_000;

/**
 * Writes a partner's numbers in one transaction, by the rules, the locks and the secrecy of a file in the exchange layout; the same call
 * again changes nothing. The journal has each call that had the right to write, before it is committed.
 * @throws FORBIDDEN, PURPOSE_REQUIRED, BAD_VALUES and the other codes of writes: then nothing was written
 */
export async function recordValues(
  context: Context,
  { idempotencyKey, values: given, dryRun, confirm }: RecordValuesInput,
): Promise<Recorded> {
  const { rights, writing } = context;
  if (given.length === 0 || given.length > maxWrittenValues) throw limitError("TOO_MANY_VALUES", maxWrittenValues);
  if (!isKey(idempotencyKey)) throw hubError("BAD_ARGUMENT", "« idempotencyKey » a de 1 à 100 caractères visibles : corrigez-la.");
  const { client } = rights;
  if (client === null || !rights.grants.some(({ scopes }) => scopes.includes(scope))) throw forbidden(scope, []);
  if (!writing) throw hubError("WRITES_CLOSED");
  const values = given.map(sentValue);
  try {
    await using writer = await openRegister(writing.url);
    const { known, producers } = await knownOf(writer, values);
    const asked = {
      scope,
      subject: `${dryRun ? "dryRun" : "recordValues"}:${idempotencyKey}`,
      departments: allDepartments(known),
    } as const;
    const grant = grantOf(rights, asked.departments, producers);
    if (!grant) {
      await recordAccess(context, { ...asked, rows: 0, habilitation: null, purpose: null, allowed: false });
      throw forbidden(scope, missing(rights, asked.departments));
    }
    const { habilitation, purpose } = grant;
    const note = (rows: number) => recordAccess(context, { ...asked, rows, habilitation, purpose, allowed: true });
    const batch = { client, idempotencyKey, hash: hashOf(values) };
    writing.hasBegun = true;
    const { report, counts } = await write({ writer, batch, values, known, grant, dryRun, confirm, note });
    if (report && report.rejected.length > 0) {
      await note(0);
      throw refused(report, values);
    }
    if (report?.held) {
      await note(0);
      const { rows, changed, absent, leaps } = report.changes;
      throw hubError("CHANGES_TOO_MUCH", rows, changed, absent, leaps.map(leapText));
    }
    if (report?.written) writing.changed();
    return { ids: values.map(({ id }) => id), ...counts };
  } catch (error) {
    throw presented(error);
  }
}

function isKey(text: string): boolean {
  return text.trim() !== "" && text.length <= longestKey && text.isWellFormed() && !/\p{Cc}/u.test(text);
}

function openRegister(url: string): Promise<Writer> {
  return connectWriter({
    url,
    schema: register,
    applicationName: "cdsf-hub/recording",
    options: `-c role=${writerRole} -c lock_timeout=${lockTimeoutMs} -c timezone=UTC`,
    statementTimeoutMs,
  });
}

/** What the hub knows of what a call names, whatever it is. */
async function knownOf({ names, sql }: Writer, values: readonly SentValue[]): Promise<{ known: Known; producers: Set<string> }> {
  const storable = values.filter(({ indicator, level, code }) =>
    [indicator, level, code].every((text) => !text.includes("\0") && text.isWellFormed()),
  );
  const indicators = await sql<Pick<Indicator, "code" | "unit" | "producer">>(
    `select code, unit, producer from ${names.table(Indicator)} where code = any($1::text[])`,
    [[...new Set(storable.map(({ indicator }) => indicator))]],
  );
  const territories = [...new Map(storable.map((value) => [placeOf(value), value])).values()];
  const placed = await sql<{ place: string; departments: string[] }>(
    `select t.place, ${departmentsOf(names, "t")} as departments from unnest($1::text[], $2::text[], $3::text[], $4::int[]) t(place, level, code, year)`,
    [
      territories.map(placeOf),
      territories.map(({ level }) => level),
      territories.map(({ code }) => code),
      territories.map(({ year }) => year),
    ],
  );
  return {
    known: {
      indicators: new Map(indicators.map((each) => [each.code, each])),
      departments: new Map(placed.map(({ place, departments }) => [place, departments])),
    },
    producers: new Set(indicators.map(({ producer }) => producer)),
  };
}

const allDepartments = ({ departments }: Known) => [...new Set([...departments.values()].flat())].sort();

/** The habilitation under which a call writes: one that covers all its departments, and of its producer where several do. */
function grantOf(rights: Rights, departments: readonly string[], producers: ReadonlySet<string>): Grant | undefined {
  const writing = rights.grants.filter(({ scopes, partner }) => scopes.includes(scope) && partner);
  const own = writing.filter(({ partner }) => [...producers].every((producer) => producer === partner));
  return grantFor({ ...rights, grants: own }, scope, departments) ?? grantFor({ ...rights, grants: writing }, scope, departments);
}

/** The departments for which he lacks the scope; all of them, where no habilitation of his has them all. */
function missing({ grants }: Rights, departments: readonly string[]): readonly string[] {
  const held = new Set(grants.flatMap((grant) => (grant.scopes.includes(scope) ? grant.departments : [])));
  const lacking = departments.filter((code) => !held.has(code));
  return lacking.length > 0 ? lacking : departments;
}

interface Write {
  writer: Writer;
  batch: Pick<RecordedBatch, "client" | "idempotencyKey" | "hash">;
  values: readonly SentValue[];
  known: Known;
  grant: Grant;
  dryRun: boolean;
  confirm: boolean;
  /** Keeps the journal. */
  note: (rows: number) => Promise<void>;
}

/** The call was answered before. */
class Replayed extends Error {
  constructor(readonly counts: Counts) {
    super("replayed");
  }
}

/** @returns no report where the call was answered before */
async function write({
  writer,
  batch,
  values,
  known,
  grant,
  dryRun,
  confirm,
  note,
}: Write): Promise<{ report?: ImportReport; counts: Counts }> {
  const { names, sql } = writer;
  let counts: Counts = { recorded: 0, unchanged: 0, withheld: 0 };
  try {
    const report = await importLines({
      writer,
      owner: register,
      dataset: datasetOf(grant.partner as Partner),
      fileName: `${batch.client} : ${batch.idempotencyKey}`,
      file: linesOf(values, { ...known, partner: grant.partner }),
      hash: batch.hash,
      received: batch.hash,
      standsFor: null,
      dryRun,
      confirm,
      async begin() {
        for (const [name, value] of Object.entries(writerSessionOf(batch.client, grant)))
          await sql("select set_config($1, $2, true)", [name, value]);
        await replay(writer, batch);
      },
      async finish({ accepted, unchanged, firstAppended }) {
        counts = { recorded: accepted, unchanged, withheld: await countWithheld(writer, values) };
        if (!dryRun) {
          const batches = names.table(RecordedBatch);
          await sql(`delete from ${batches} where recorded_at < now() - interval '${keptDays} days'`);
          await sql(`insert into ${batches} (client, idempotency_key, hash, counts) values ($1, $2, $3, $4::jsonb)`, [
            batch.client,
            batch.idempotencyKey,
            batch.hash,
            JSON.stringify(counts),
          ]);
          if (firstAppended !== null) await sql(`select ${outdateAllFiles}()`);
        }
        await note(values.length);
      },
    });
    return { report, counts };
  } catch (error) {
    if (error instanceof Replayed) {
      await note(0);
      return { counts: error.counts };
    }
    throw error;
  }
}

/** @throws Replayed where the client has sent the same under this key; IDEMPOTENCY_CONFLICT where he sent something else */
async function replay({ names, sql }: Writer, { client, idempotencyKey, hash }: Write["batch"]): Promise<void> {
  const [known] = await sql<Pick<RecordedBatch, "hash" | "counts">>(
    `select hash, counts from ${names.table(RecordedBatch)} where client = $1 and idempotency_key = $2 and recorded_at >= now() - interval '${keptDays} days'`,
    [client, idempotencyKey],
  );
  if (!known) return;
  throw known.hash === hash ? new Replayed(known.counts) : hubError("IDEMPOTENCY_CONFLICT");
}

/** The exchange layout, with what only the register can see; who keeps his own registers elsewhere counts in place of the hub. */
function datasetOf(partner: Partner): Dataset {
  const dataset = observationsDataset(partner, []);
  const afterwards: Afterwards = async (writer, written) => {
    const refused = await dataset.afterwards!(writer, written);
    return refused.length > 0 ? refused : notCountedByHub(writer, written);
  };
  return { ...dataset, afterwards };
}

function refused({ rejected }: ImportReport, values: readonly SentValue[]): Error {
  const inOrder = rejected.toSorted((a, b) => a.line - b.line);
  const lines = inOrder.slice(0, shownLines).map((each) => sentenceOf(each, values));
  return hubError("BAD_VALUES", lines, rejected.length - lines.length);
}

/** What PostgreSQL says where this login may not write, or another writes. */
function presented(error: unknown): unknown {
  const { code, message, routine } = error as { code?: string; message: string; routine?: string };
  if (error instanceof UnreadableFile) return hubError("BAD_ARGUMENT", message);
  if (code === "55P03") return hubError("WRITES_BUSY"); // lock_not_available
  if (code === "42501" && routine === "ExecWithCheckOptions") return forbidden(scope, []);
  if (code === "42501" || code === "25006") return hubError("WRITES_CLOSED"); // insufficient_privilege, read_only_sql_transaction
  return error;
}
