import type { GraphQLFormattedError } from "graphql";

/** An answer to a client. */
export interface Answer {
  /** JSON. */
  data: Buffer;
  /** Of the data; undefined where they were made for this client. */
  etag?: string | undefined;
  errors?: readonly GraphQLFormattedError[];
  extensions: Record<string, unknown>;
}

/** Its body: JSON, whose data were written already. */
export function bodyOf({ data, errors, extensions }: Answer): Buffer {
  const before = errors?.length ? `{"errors":${JSON.stringify(errors)},"data":` : '{"data":';
  return Buffer.concat([Buffer.from(before), data, Buffer.from(`,"extensions":${JSON.stringify(extensions)}}`)]);
}
