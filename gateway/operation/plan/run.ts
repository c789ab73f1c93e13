import type { RequestContext } from "../../request-context.ts";
import type { Path } from "../../response-path.ts";

/** An object of an answer, as the sources gave it: by response key. */
export type Row = Record<string, unknown>;

/** An error as clients are told it. */
export interface AnswerError {
  message: string;
  path?: Path;
  extensions: { code: string; [name: string]: unknown };
}

/** One execution of a prepared operation. */
export class Run {
  /** What the sources answered so far, in one tree. */
  readonly data: Row = {};
  readonly errors: AnswerError[] = [];
  /** Places that are null because of an error that is told elsewhere. */
  readonly excused: Path[] = [];
  /** Where the answer is being written, in each list around; the rest of its path is known beforehand. */
  readonly indices: number[] = [];
  /** The first place of each field that is written as null because the caller may not have it, by its keys. */
  readonly refusedAt = new Map<string, Path>();
  /** What was written so far, in units of cost. */
  cost = 0;
  /** The version of the data that each source answered from, as far as they say. */
  readonly dataVersions = new Map<string, string>();
  /** Whether a source answered two calls from two versions: what was gathered does not belong together. */
  isMixed = false;
  readonly #told = new Set<string>();
  /** Rows that a source does not know, or could not be asked about: what is missing there has no error of its own. */
  readonly #unresolved = new Map<Row, Set<string>>();

  constructor(
    /** Coerced, with defaults. */
    readonly variables: Readonly<Record<string, unknown>>,
    readonly context: RequestContext,
  ) {}

  /** Adds an error, once: a plan may ask twice for the same, and what is no field's may come of many calls. */
  tell(error: AnswerError): void {
    const text = JSON.stringify(error);
    if (this.#told.has(text)) return;
    this.#told.add(text);
    this.errors.push(error);
  }

  /** Says from which version a source has answered. */
  read(source: string, dataVersion: string): void {
    const known = this.dataVersions.get(source);
    if (known !== undefined && known !== dataVersion) this.isMixed = true;
    this.dataVersions.set(source, dataVersion);
  }

  /** Says that a source has nothing for a row. */
  setUnresolved(row: Row, source: string): void {
    const sources = this.#unresolved.get(row);
    if (sources) sources.add(source);
    else this.#unresolved.set(row, new Set([source]));
  }

  /** @param source any, where none is named. */
  isUnresolved(row: Row, source?: string): boolean {
    const sources = this.#unresolved.get(row);
    return sources !== undefined && (source === undefined || sources.has(source));
  }
}

export const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
