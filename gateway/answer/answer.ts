import type { GraphQLFormattedError } from "graphql";

/** An answer to a client. */
export interface Answer {
  /** Undefined: nothing was executed. */
  data?: string;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** Its body: JSON, whose data were written already. */
export function bodyOf({ data, errors, extensions }: Answer): string {
  const parts = [
    ...(errors?.length ? [`"errors":${JSON.stringify(errors)}`] : []),
    ...(data === undefined ? [] : [`"data":${data}`]),
    ...(extensions ? [`"extensions":${JSON.stringify(extensions)}`] : []),
  ];
  return `{${parts.join()}}`;
}
