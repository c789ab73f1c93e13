import { hubError } from "../../errors.ts";
import { schemaOf } from "../../postgres/identifiers.ts";
import type { ReaderPools, Statement } from "../../postgres/reader-pools.ts";
import { openData } from "../../rights/rights.ts";
import { sessionOf } from "../../rights/row-level-security.ts";
import type { Call, RowReader } from "../context.ts";
import { freeze } from "../generations/freeze.ts";
import type { Generation } from "../generations/generation.ts";
import type { Generations } from "../generations/generations.ts";
import { atVersion, type Versioned } from "./at-version.ts";
import type { Reading } from "./reading.ts";
import { TableNames } from "./table-names.ts";

/** A reading with the statement that it is in this subgraph. */
export interface PreparedReading {
  statement: Statement;
  /** Whether what is read depends on who asks: it runs in the caller's own session. */
  isRestricted: boolean;
  /** Before its keys among those of the generation; null: nothing of it is kept. */
  prefix: string | null;
}

/**
 * Writes the statement of each reading of a subgraph.
 * @throws where one names a table with a policy and is not declared restricted
 */
export function prepareReadings(name: string, readings: Readonly<Record<string, Reading<never, unknown>>>): Map<object, PreparedReading> {
  const schema = schemaOf(name);
  const entries = Object.entries(readings).map(([readingName, reading], index) => {
    const names = new TableNames(schema);
    const statement = { name: `${name}.${readingName}`, text: atVersion(schema, reading.write(names)) };
    const { audience } = reading;
    const foreign = [...names.named].find((table) => table.schema !== undefined && table.schema !== schema);
    if (foreign) throw new Error(`${statement.name} reads ${foreign.className}, which another subgraph serves`);
    const guarded = [...names.named].find(({ policies }) => policies.length > 0);
    if (guarded && audience !== "restricted")
      throw new Error(`${statement.name} reads ${guarded.className}, which has a policy: declare it restricted`);
    return [reading, { statement, isRestricted: audience === "restricted", prefix: audience === "open" ? `${index} ` : null }] as const;
  });
  return new Map(entries);
}

/** What runs the readings of one call, on the generation that it pins. */
export class CallReader implements RowReader {
  isStale = false;

  /** @param signal cancels the statements of the call. */
  constructor(
    private readonly prepared: ReadonlyMap<object, PreparedReading>,
    private readonly pools: ReaderPools,
    private readonly generations: Generations,
    private readonly generation: Generation,
    private readonly call: Pick<Call, "rights" | "lane">,
    private readonly signal?: AbortSignal | undefined,
  ) {}

  get dataVersion(): string {
    return this.generation.name;
  }

  async rows<Row extends object>(reading: object, values: unknown[]): Promise<Row[]> {
    const { statement, isRestricted } = this.known(reading);
    const { rights = openData, lane = rights.kind } = this.call;
    if (this.isStale) throw stale();
    const session = isRestricted ? sessionOf(rights) : undefined;
    const rows = await this.pools.read<Row & Versioned>(lane, statement, values, { session, signal: this.signal });
    const [first] = rows;
    if (first?.dataVersion !== this.generation.version || !this.generation.holds(Date.now())) {
      this.isStale = true;
      this.generations.versions.doubt();
      throw stale();
    }
    return first.n === null ? [] : rows;
  }

  recall(reading: object, key: string): unknown {
    const { prefix } = this.known(reading);
    return prefix === null ? undefined : this.generation.recall(prefix + key);
  }

  keep(reading: object, key: string, value: unknown): void {
    const { prefix } = this.known(reading);
    const bytes = freeze(value);
    if (prefix !== null) this.generation.keep(prefix + key, value, bytes);
  }

  private known(reading: object): PreparedReading {
    const known = this.prepared.get(reading);
    if (!known) throw new Error("this reading is in no part of the subgraph: name its module in `readings`");
    return known;
  }
}

/** What the caller is told where no attempt comes to its end on one version. */
const stale = () => hubError("SOURCE_UNAVAILABLE", "ce partenaire");
