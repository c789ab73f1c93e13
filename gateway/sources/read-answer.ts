import { isSaidBySubgraphs, shownExtensions } from "../../foundation/errors.ts";
import type { SourceAnswer } from "./source.ts";

/** An error of one call. */
export interface SourceError {
  message: string;
  extensions: { code: string; [name: string]: unknown };
  /** Where, in the source's answer; undefined: it is the whole call's. */
  path?: (string | number)[] | undefined;
}

/** An error as its source told it. */
export interface RawError {
  path: (string | number)[] | undefined;
  extensions: Record<string, unknown>;
  /** For the log. */
  cause: unknown;
}

interface ReadAnswer {
  data: Record<string, unknown> | null;
  /** Errors of the table of codes that subgraphs may say. */
  told: SourceError[];
  hidden: RawError[];
  /** Of the data that it was answered from; undefined: the source does not say. */
  dataVersion: string | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** @throws where a source did not answer as GraphQL is answered. */
export function readAnswer(answer: SourceAnswer): ReadAnswer {
  const { data = null, errors, extensions } = isObject(answer) ? answer : {};
  const given: unknown = errors ?? [];
  if (!Array.isArray(given) || (data !== null && !isObject(data)) || (data === null && given.length === 0))
    throw new Error("the answer is not as GraphQL is answered");
  const { dataVersion } = isObject(extensions) ? extensions : {};
  const read: ReadAnswer = { data, told: [], hidden: [], dataVersion: typeof dataVersion === "string" ? dataVersion : undefined };
  for (const error of given) {
    const { message, path, extensions } = isObject(error) ? error : {};
    const raw = { path: isPath(path) ? path : undefined, extensions: isObject(extensions) ? extensions : {} };
    const { code } = raw.extensions;
    if (typeof message === "string" && isSaidBySubgraphs(code))
      read.told.push({ message, path: raw.path, extensions: { ...shownExtensions(raw.extensions), code: String(code) } });
    else read.hidden.push({ ...raw, cause: (isObject(error) && error.originalError) || error });
  }
  return read;
}

const isPath = (path: unknown): path is (string | number)[] =>
  Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number");
