import type { FieldNode } from "graphql";

/** A place of an answer: keys of objects, indices of lists. */
export type Path = (string | number)[];

/** Under which key an answer has a field. */
export const responseKey = ({ alias, name }: FieldNode): string => (alias ?? name).value;
