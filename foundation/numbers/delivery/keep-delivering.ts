import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { connectWriter, type Writer } from "../../imports/writer.ts";
import { schemaOf } from "../../postgres/identifiers.ts";
import { versionTable } from "../../tables/data-version.ts";
import { register } from "../../territories/register.ts";
import type { Partner } from "../partner.ts";
import { deliver, type Hub, NotAcknowledged } from "./deliver.ts";

interface Delivering {
  /** Of the subgraph. */
  name: string;
  partner: Partner;
  /** Names of the datasets whose files their publisher made public. */
  published: readonly string[];
  hub: Hub;
  /** postgresql://… of the owner of the subgraph's own base. */
  databaseUrl: string;
  logger: Logger;
  /** How often to look for what has changed, in milliseconds. */
  everyMs?: number;
}

const statementTimeoutMs = 60_000;
const longestWaitMs = 5 * 60_000;
/** What was refused is tried again after so long: the hub may know more by then. */
const triedAgainMs = 60 * 60_000;

/** Tells the hub each number of a subgraph that has a base of its own, as long as the process lives: until it acknowledges, and from where the last process left off. */
export function keepDelivering(delivering: Delivering): AsyncDisposable {
  const stopping = new AbortController();
  const ended = run(delivering, stopping.signal);
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await ended;
    },
  };
}

async function run({ everyMs = 5_000, ...delivering }: Delivering, signal: AbortSignal): Promise<void> {
  const { logger, name, hub } = delivering;
  const told = { version: "", at: 0 };
  let failures = 0;
  while (!signal.aborted) {
    try {
      await round(delivering, told, signal);
      failures = 0;
    } catch (error) {
      if (signal.aborted) break;
      failures++;
      const reason = error instanceof NotAcknowledged ? error.message : undefined;
      logger.warn({ subgraph: name, hub: hub.url, reason, ...(reason === undefined && { err: error }), failures }, "not delivered yet");
    }
    await wait(Math.min(everyMs * 2 ** failures, longestWaitMs), undefined, { signal }).catch(() => {});
  }
}

/** Delivers what has changed since the last round; one process at a time. */
async function round(
  { name, partner, published, hub, databaseUrl, logger }: Delivering,
  told: { version: string; at: number },
  signal: AbortSignal,
): Promise<void> {
  await using writer = await connectWriter({
    url: databaseUrl,
    schema: schemaOf(name),
    applicationName: `cdsf-hub/${name}/delivery`,
    statementTimeoutMs,
  });
  const version = await versionOf(writer, name);
  if (version === told.version && Date.now() - told.at < triedAgainMs) return;
  const [lock] = await writer.sql<{ held: boolean }>("select pg_try_advisory_lock(hashtext($1)) as held", [`delivery:${name}`]);
  if (!lock!.held) return;
  const { numbers, refused } = await deliver(writer, { partner, published, hub, signal });
  if (numbers > 0) logger.info({ subgraph: name, hub: hub.url, numbers }, "delivered");
  for (const refusal of refused) logger.error({ subgraph: name, hub: hub.url, ...refusal }, "the hub refuses numbers");
  Object.assign(told, { version, at: Date.now() });
}

/** Changes with every number that is recorded or withdrawn. */
async function versionOf({ sql }: Writer, name: string): Promise<string> {
  const [found] = await sql<{ version: string }>(
    `select string_agg(version::text, ' ' order by subgraph) as version from ${versionTable} where subgraph = any($1::text[])`,
    [[schemaOf(name), schemaOf(register)]],
  );
  return found!.version;
}
