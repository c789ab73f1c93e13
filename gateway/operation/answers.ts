import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { rest } from "../../foundation/turns.ts";
import type { RequestContext } from "../request-context.ts";
import { type Execution, execute } from "./execute.ts";
import type { PreparedOperation } from "./prepare.ts";
import { sharedWork } from "./shared-work.ts";

/** An execution whose data are JSON in bytes; with a tag where they were kept. */
export interface KeptExecution extends Pick<Execution, "errors" | "cost"> {
  data: Buffer;
  etag?: string;
}

interface Kept extends KeptExecution {
  /** Of all its sources. */
  dataVersion: string;
}

/** Larger answers are written anew: they would drive all others out. */
const maxBytes = 4 * 1024 * 1024;
const bytesOfEntry = 400;

/**
 * Executes operations; what is asked again before its data change is answered with the same bytes. For callers without a token only: what
 * passed a caller's session is never shared. Kept is what has no error, and comes from sources that tell their data's version alone.
 * @param keptBytes of all that is kept
 */
export function createAnswers(keptBytes: number): (prepared: PreparedOperation, context: RequestContext) => Promise<KeptExecution> {
  const kept = new LRUCache<string, Kept>({
    maxSize: keptBytes,
    maxEntrySize: maxBytes,
    sizeCalculation: ({ data }, key) => data.length + key.length + bytesOfEntry,
  });

  const shared = sharedWork<KeptExecution>();

  async function make(prepared: PreparedOperation, context: RequestContext, versions: DataVersions): Promise<KeptExecution> {
    const { data: text, errors, cost, dataVersions } = await execute(prepared, context);
    await rest();
    const data = ownBytes(text);
    const isOfVersions = [...versions].every(([source, version]) => (dataVersions.get(source) ?? version) === version);
    if (errors.length > 0 || !isOfVersions) return { data, errors, cost };
    const etag = `W/"${createHash("sha256").update(data).digest("base64url")}"`;
    kept.set(keyOf(prepared), { data, errors, cost, etag, dataVersion: nameOf(versions) });
    return { data, errors, cost, etag };
  }

  return async (prepared, context) => {
    const isOpen = context.rights.client === null && prepared.compiled.isQuery;
    const versions = isOpen ? await dataVersionsOf(prepared) : undefined;
    if (!versions) {
      const { data, errors, cost } = await execute(prepared, context);
      return { data: Buffer.from(data), errors, cost };
    }
    const key = keyOf(prepared);
    const known = kept.get(key);
    if (known?.dataVersion !== nameOf(versions))
      return shared(`${key} ${nameOf(versions)}`, context.signal, (signal) => make(prepared, { ...context, signal }, versions));
    context.trace.kept = true;
    return known;
  };
}

/** In memory of their own: a small Buffer is a slice of a larger piece, which it would keep whole. */
function ownBytes(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

type DataVersions = ReadonlyMap<string, string>;

const keyOf = ({ key, variables }: PreparedOperation) => JSON.stringify([key, variables]);
const nameOf = (versions: DataVersions) => JSON.stringify([...versions]);

/** Of the sources that an operation asks; undefined where one of them does not say. */
async function dataVersionsOf({ compiled }: PreparedOperation): Promise<DataVersions | undefined> {
  const { sources } = await compiled.plan();
  const versions = new Map<string, string>();
  for (const [name, { dataVersion }] of sources) {
    try {
      const version = await dataVersion?.();
      if (version === undefined) return undefined;
      versions.set(name, version);
    } catch {
      return undefined; // it is asked, and then says what is wrong
    }
  }
  return versions;
}
