import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from "graphql";
import { limitError, messageOf } from "../../../foundation/errors.ts";

/** @throws TOO_MANY_TOKENS, GRAPHQL_PARSE_FAILED. */
export function parseDocument(text: string, maxTokens: number): DocumentNode {
  const source = new Source(text);
  try {
    countTokens(source, maxTokens);
    return parse(source);
  } catch (error) {
    // Parsing recurses: brackets inside each other can exhaust the stack before they are too many.
    if (error instanceof RangeError) throw limitError("TOO_MANY_TOKENS", maxTokens);
    if (!(error instanceof GraphQLError) || !error.positions) throw error;
    const { line, column } = error.locations![0]!;
    throw new GraphQLError(messageOf("GRAPHQL_PARSE_FAILED", line, column), {
      source,
      positions: error.positions,
      extensions: { code: "GRAPHQL_PARSE_FAILED" },
    });
  }
}

/** Words and signs of a parsed document: it keeps them all. */
export function tokensIn({ loc }: DocumentNode): number {
  let count = 0;
  for (let token = loc?.startToken; token?.next; token = token.next) count++;
  return count;
}

function countTokens(source: Source, maxTokens: number): void {
  const lexer = new Lexer(source);
  for (let count = 0; lexer.advance().kind !== TokenKind.EOF; ) if (++count > maxTokens) throw limitError("TOO_MANY_TOKENS", maxTokens);
}
