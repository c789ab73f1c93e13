import type { ASTNode, ValidationContext, ValidationRule } from "graphql";

/** A rule of validation, and what it says of the nodes that break it, while it stands at one of them. */
export type SentenceOfRule = [
  rule: ValidationRule,
  sentence: (nodes: readonly (ASTNode | undefined)[], context: ValidationContext) => string,
];
