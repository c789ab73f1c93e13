import type { JWK } from "jose";
import type { ErrorCode } from "../../errors.ts";
import { maxWrittenValues, requestLimits } from "../../limits.ts";
import { requestToken, TokenRefusal } from "../../rights/request-token.ts";
import type { Writer } from "../../imports/writer.ts";
import { computedByProducer } from "../computed-by.ts";
import { type DueNumber, dueNumbers, noteDelivered } from "./due.ts";
import type { Partner } from "../partner.ts";

/** The hub to which a subgraph with a base of its own tells its numbers, and as whom. */
export interface Hub {
  /** For instance `https://hub.example`. */
  url: string;
  /** Who gives the tokens that it accepts. */
  issuer: string;
  client: string;
  /** The client's private key. */
  key: JWK;
}

export interface Delivered {
  /** How many numbers the hub has now. */
  numbers: number;
  /** What it will not take as it is: told again once another file has corrected it, or the hub has changed. */
  refused: Refusal[];
}

export interface Refusal {
  /** SHA-256 of the file whose numbers they are; null: of withdrawn ones. */
  file: string | null;
  numbers: number;
  /** French, the hub's own sentence. */
  reason: string;
}

interface Asked {
  partner: Partner;
  published: readonly string[];
  hub: Hub;
  signal: AbortSignal;
}

/** The hub is away, busy, or its answer was lost: what was sent is sent again. */
export class NotAcknowledged extends Error {}

const timeoutMs = 90_000;
const nowhere = "le hub ne sait pas dans quels départements sont ces territoires : nul n'est habilité à y écrire";

/**
 * Tells the hub what it was not told yet, the numbers of one file in one call. A number is noted as told once the hub has acknowledged it: what is
 * lost between the two is told twice, and the hub finds it unchanged.
 * @throws NotAcknowledged
 */
export async function deliver(writer: Writer, { hub, signal, ...asked }: Asked): Promise<Delivered> {
  const due = await dueNumbers(writer, asked);
  const delivered: Delivered = { numbers: 0, refused: [] };
  if (due.length === 0) return delivered;
  const { true: placed = [], false: lost = [] } = Object.groupBy(due, ({ isPlaced }) => `${isPlaced}`);
  if (lost.length > 0) delivered.refused.push({ file: null, numbers: lost.length, reason: nowhere });
  const token = await tokenFor(hub);
  for (const [file, numbers] of Map.groupBy(placed, (number) => number.file))
    for (const part of inParts(numbers)) {
      signal.throwIfAborted();
      const reason = await send(hub, token, part, signal);
      if (reason !== null) delivered.refused.push({ file, numbers: part.length, reason });
      else {
        await noteDelivered(writer, part);
        delivered.numbers += part.length;
      }
    }
  return delivered;
}

/** Of what the hub takes in one call. */
const maxBytes = 0.8 * requestLimits.maxWriteBytes;

/** As many numbers as one call takes. Those of one series and year stay together: a total without its parts may be refused. */
function* inParts(numbers: DueNumber[]): Iterable<DueNumber[]> {
  let part: DueNumber[] = [];
  let bytes = 0;
  for (const series of Map.groupBy(numbers, ({ measure, year }) => `${measure} ${year}`).values()) {
    const size = Buffer.byteLength(JSON.stringify(series.map(sentValueOf)));
    if (part.length > 0 && (part.length + series.length > maxWrittenValues || bytes + size > maxBytes)) {
      yield part;
      [part, bytes] = [[], 0];
    }
    if (series.length > maxWrittenValues || size > maxBytes) yield* halved(series);
    else [part, bytes] = [[...part, ...series], bytes + size];
  }
  if (part.length > 0) yield part;
}

function* halved(series: DueNumber[]): Iterable<DueNumber[]> {
  const fits = series.length <= maxWrittenValues && Buffer.byteLength(JSON.stringify(series.map(sentValueOf))) <= maxBytes;
  const middle = Math.ceil(series.length / 2);
  if (fits || series.length === 1) yield series;
  else for (const half of [series.slice(0, middle), series.slice(middle)]) yield* halved(half);
}

async function tokenFor({ issuer, client, key }: Hub): Promise<string> {
  try {
    return await requestToken({ issuer, client, key, scope: "values:write" });
  } catch (cause) {
    const why = cause instanceof TokenRefusal ? `refuse (${cause.message})` : "ne répond pas";
    throw new NotAcknowledged(`L'émetteur ${issuer} ${why}`, { cause });
  }
}

const query = "mutation Deliver($input: RecordValuesInput!) { recordValues(input: $input) { recorded } }";

interface Answer {
  data?: { recordValues: { recorded: number } | null };
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** What another attempt may change. */
const passing: ReadonlySet<string> = new Set<ErrorCode>([
  "BUDGET_EXHAUSTED",
  "BUSY",
  "DATA_CHANGED",
  "INTERNAL_ERROR",
  "INVALID_TOKEN",
  "JOURNAL_UNAVAILABLE",
  "REQUEST_TIMEOUT",
  "SOURCE_UNAVAILABLE",
  "WRITES_BUSY",
]);

/** @returns why the hub refuses; null: it has them */
async function send({ url }: Hub, token: string, numbers: DueNumber[], signal: AbortSignal): Promise<string | null> {
  // That it changes much was confirmed at this subgraph's own door.
  const input = { idempotencyKey: crypto.randomUUID(), confirm: true, values: numbers.map(sentValueOf) };
  const answer = await ask(`${url}/graphql`, { token, body: { query, variables: { input } }, signal });
  const [error] = answer.errors ?? [];
  if (!error && answer.data?.recordValues) return null;
  if (!error || passing.has(error.extensions?.code ?? "")) throw new NotAcknowledged(error?.message ?? "Le hub n'a pas répondu");
  return error.message;
}

async function ask(url: string, { token, body, signal }: { token: string; body: object; signal: AbortSignal }): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return (await response.json()) as Answer;
  } catch (cause) {
    signal.throwIfAborted();
    throw new NotAcknowledged(`Le hub ne répond pas à ${url}`, { cause });
  }
}

/** A number as the mutation reads it; what is not said is left out. */
function sentValueOf(number: DueNumber): Record<string, unknown> {
  const { measure, level, code, year, value, numerator, denominator, status, printedVintage, notes, computedBy, ...more } = number;
  const { missingParts, perimeter, establishments, largestShare } = more;
  const said = {
    value,
    numerator,
    denominator,
    printedVintage,
    notes: notes.join(" ") || null,
    missingParts,
    perimeter,
    computedBy: computedByProducer(computedBy),
    establishments,
    largestShare,
  };
  const known = Object.entries(said).filter(([, each]) => each !== null);
  return { indicator: measure, territory: `${level}:${code}`, year, status, ...Object.fromEntries(known) };
}
