import type { GraphQLError } from "graphql";
import { hubError } from "../../foundation/errors.ts";

const maxErrors = 10;

/** A request that is not executed, for several reasons: the first ten, and in the place of all others one that says how many they are. */
export class Refused extends Error {
  readonly errors: readonly GraphQLError[];

  /** @param isCounted whether there are no more of them. */
  constructor(errors: readonly GraphQLError[], isCounted = true) {
    super("the request is refused");
    const more = errors.length - maxErrors;
    this.errors = more > 0 ? [...errors.slice(0, maxErrors), hubError("TOO_MANY_ERRORS", more, isCounted)] : errors;
  }
}
