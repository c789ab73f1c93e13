import type { ExecutionResult } from "graphql";
import { expect } from "vitest";

/** The values that errors made null: which of several errors is told of one depends on which came first. */
export function nulledBy({ data, errors = [] }: ExecutionResult): string[] {
  const places = errors.map(({ path = [] }) => {
    let value: any = data;
    const known = path.findIndex((key) => {
      if (value === null) return true;
      value = value[key];
      return false;
    });
    expect(known >= 0 || value === null, `${path} is null`).toBe(true);
    return (known < 0 ? path : path.slice(0, known)).join(".");
  });
  return [...new Set(places)].sort();
}

/** What errors say of a request that is not executed. */
export const asTold = ({ errors }: ExecutionResult) => errors?.map(({ message, path }) => ({ message, path }));
