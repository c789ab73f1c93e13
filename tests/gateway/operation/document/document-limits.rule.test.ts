import { GraphQLError, parse } from "graphql";
import { expect, test } from "vitest";
import type { Limits } from "../../../../foundation/limits.ts";
import { checkDocument } from "../../../../gateway/operation/document/document-limits.ts";

const limits = { maxDepth: 3, maxSelections: 6, maxRootFields: 4, maxAliases: 2, maxDirectives: 2, maxVariables: 1 } as Limits;

/** The code of the refusal, and what is allowed; null where the document passes. */
function refusal(query: string, more: Partial<Limits> = {}) {
  try {
    checkDocument(parse(query), { ...limits, ...more });
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return `${error.extensions.code} ${error.extensions.allowed ?? ""}`.trim();
  }
}

test.each<[string, string, string | null]>([
  ["depth, at the limit", "{ a { b { c } } }", null],
  ["depth, above", "{ a { b { c { d } } } }", "TOO_DEEP 3"],
  ["depth in a fragment, at the limit", "{ a { ...f } } fragment f on T { b { c } }", null],
  ["depth in a fragment, above", "{ a { ...f } } fragment f on T { b { c { d } } }", "TOO_DEEP 3"],
  ["depth in an inline fragment, at the limit", "{ a { ... on T { b { ... { c } } } } }", null],
  ["the deepest branch counts", "{ a { b { c { d } } } e }", "TOO_DEEP 3"],
  ["selections, at the limit", "{ a { b c d e f } }", null],
  ["selections, above", "{ a { b c d e f g } }", "OPERATION_TOO_LARGE 6"],
  ["selections of a fragment count each time, at the limit", "{ a { ...f ...f } b } fragment f on T { x y }", null],
  ["selections of a fragment count each time, above", "{ a { ...f ...f ...f } } fragment f on T { x y }", "OPERATION_TOO_LARGE 6"],
  ["root fields, at the limit", "{ a b c d }", null],
  ["root fields, above", "{ a b c d e }", "TOO_MANY_ROOT_FIELDS 4"],
  ["root fields in fragments, at the limit", "{ ...f ... { c d } } fragment f on Query { a b }", null],
  ["root fields in fragments, above", "{ ...f ...f ... { e } } fragment f on Query { a b }", "TOO_MANY_ROOT_FIELDS 4"],
  ["aliases, at the limit", "{ x: a { y: b c } }", null],
  ["aliases, above", "{ x: a { y: b z: c } }", "TOO_MANY_ALIASES 2"],
  ["aliases in a fragment count each time", "{ a { ...f ...f ...f } } fragment f on T { x: b }", "TOO_MANY_ALIASES 2"],
  ["directives, at the limit", "{ a @skip(if: true) { b @skip(if: true) } }", null],
  ["directives, above", "{ a @skip(if: true) { ... @skip(if: true) { b @skip(if: true) } } }", "TOO_MANY_DIRECTIVES 2"],
  ["directives on a spread and inside it", "{ ...f @a } fragment f on Query { a @b { b @c } }", "TOO_MANY_DIRECTIVES 2"],
  ["directives of the operation, at the limit", "query A @a @b { a }", null],
  ["directives of the operation, above", "query A @a @b { a @c }", "TOO_MANY_DIRECTIVES 2"],
  ["variables, at the limit", "query ($a: Int) { a }", null],
  ["variables, above", "query ($a: Int, $b: Int) { a }", "TOO_MANY_VARIABLES 1"],
  ["one operation", "query A { a }", null],
  ["two operations, each within the limits", "query A { a } query B { b }", null],
  ["two operations, the second above", "query A { a } query B { b { c { d { e } } } }", "TOO_DEEP 3"],
  ["no operation", "fragment f on T { a { b { c { d } } } }", null],
  ["a fragment that nobody wrote", "{ a { ...nowhere } }", null],
  ["a fragment that spreads itself", "{ a { ...f } } fragment f on T { b ...f }", null],
  ["two that spread each other", "{ a { ...f } } fragment f on T { b ...g } fragment g on T { c ...f }", null],
  ["a name that every object has", "{ constructor }", "RESERVED_NAME"],
  ["… as an alias", "{ a { toString: b } }", "RESERVED_NAME"],
  ["… in a fragment", "{ a { ...f } } fragment f on T { valueOf }", "RESERVED_NAME"],
])("%s", (_, query, expected) => {
  expect(refusal(query)).toBe(expected);
});

test("fragments that stand for more fields than a number can hold are measured at once", () => {
  const bomb = Array.from({ length: 2_000 }, (_, n) => `fragment f${n} on T { ...f${n + 1} ...f${n + 1} }`).join(" ");
  const generous = { maxRootFields: Number.MAX_VALUE };
  expect(refusal(`{ ...f0 } ${bomb} fragment f2000 on T { a }`, generous)).toBe("OPERATION_TOO_LARGE 6");
});
