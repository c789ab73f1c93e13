import type { FieldNode } from "graphql";

/** Under which key an answer has a field. */
export const responseKey = ({ alias, name }: FieldNode): string => (alias ?? name).value;
