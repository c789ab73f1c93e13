import {
  buildSchema,
  GraphQLError,
  getOperationAST,
  MaxIntrospectionDepthRule,
  parse,
  SingleFieldSubscriptionsRule,
  specifiedRules,
} from "graphql";
import { describe, expect, test } from "vitest";
import { Refused } from "../../../gateway/answer/refused.ts";
import { coerceVariables } from "../../../gateway/operation/document/coerce-variables.ts";
import { checkValid, sentencesOfRules } from "../../../gateway/operation/document/validate.ts";

const schema = buildSchema(`
  type Query { find(where: Where, ids: [ID!], pages: [[Int!]!], either: Either, day: Day, kind: Kind): Thing pair(a: ID!, b: Int!): Thing }
  type Thing { name: String }
  input Where { name: String! kind: Kind, inner: Where, years: [Int!] }
  input Either @oneOf { a: ID b: ID }
  enum Kind { BIG SMALL }
  scalar Day
`);

/** What is said of a thing that is refused; an empty list where it is not. */
function said(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (refused) {
    expect(refused).toBeInstanceOf(Refused);
    return (refused as Refused).errors.map(({ message }) => message);
  }
}

test("every rule of graphql-js is kept, and has its sentence", () => {
  const spoken = new Set(sentencesOfRules.map(([rule]) => rule));
  expect(specifiedRules).toContain(MaxIntrospectionDepthRule);
  // No operation is a subscription.
  expect(specifiedRules.filter((rule) => !spoken.has(rule))).toEqual([SingleFieldSubscriptionsRule]);
});

describe("of a document:", () => {
  test.each<[string, string[]]>([
    ['{ find(where: { name: "x", kind: BIG }, either: { a: 1 }, day: { any: [1] }, ids: 1, pages: [[1], [2]]) { name } }', []],
    [
      '{ find(where: { nam: "x" }) { name } }',
      [
        "Il manque « name » (type String!) dans « Where ».",
        "Le champ « nam » n'existe pas dans « Where » : consultez la documentation du schéma.",
      ],
    ],
    ["{ find(where: { name: null }) { name } }", ["Le type String! n'accepte pas null."]],
    ['{ find(where: "x") { name } }', ['La valeur "x" ne convient pas au type Where.']],
    ['{ find(where: { name: "x", years: [1, "2"] }) { name } }', ['La valeur "2" ne convient pas au type Int.']],
    ["{ find(either: { a: 1, b: 2 }) { name } }", ["« Either » demande un seul de ses champs, et non nul."]],
    ["{ find(either: { a: null }) { name } }", ["« Either » demande un seul de ses champs, et non nul."]],
    ["{ find(ids: [1, null]) { name } }", ["Le type ID! n'accepte pas null."]],
    [
      "{ find(kind: BIGGER) { name } }",
      ["La valeur « BIGGER » n'existe pas dans l'énumération « Kind » : consultez la documentation du schéma."],
    ],
    ['{ find(kind: "BIG") { name } }', ["La valeur \"BIG\" n'est pas de l'énumération « Kind » : écrivez son nom, sans guillemets."]],
    [
      "{ pair { name } }",
      ["L'argument « a » (type ID!) de « pair » est obligatoire. L'argument « b » (type Int!) de « pair » est obligatoire."],
    ],
    ["{ pair(a: 1, b: 2, a: 3) { name } }", ["« a » est défini deux fois."]],
    [
      "query($i: [Thing!], $j: ID!, $j: ID!) { find(ids: [$i, $j]) { name } }",
      [
        "Une variable ne peut pas être du type [Thing!] : un argument est une valeur.",
        "La variable « $i » est de type [Thing!] là où le type ID! est attendu.",
        "La variable « $j » est déclarée deux fois.",
      ],
    ],
    ["query A { a: find { name } } query A { find { name } }", ["« A » est défini deux fois."]],
    [
      "query A { find { name } } { find { name } }",
      ["Une opération sans nom doit être seule : nommez chacune, et choisissez avec « operationName »."],
    ],
    ["{ find { ...a } } fragment a on Thing { ...b } fragment b on Thing { ...a }", ["Le fragment « a » se contient lui-même."]],
    ["{ find { ... on Kind { name } } }", ["Un fragment porte sur un objet : « Kind » n'en est pas un."]],
    ["{ x: find { name } x: pair(a: 1, b: 2) { name } }", ["« x » désigne deux champs différents : donnez-leur des alias distincts."]],
    [
      "{ find { name } } extend schema { query: Thing }",
      ["Une requête ne contient que des opérations et des fragments : retirez la définition « schema »."],
    ],
    ["query @skip(if: true) { find { name } }", ["La directive « @skip » ne s'emploie pas à cet endroit."]],
    [
      "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
      ["L'introspection imbrique trop de listes de types, de champs ou d'arguments : demandez-en moins à la fois."],
    ],
    ["subscription { find { name } }", ["Ce graphe ne répond pas aux opérations « subscription »."]],
  ])("%s", (text, sentences) => {
    expect(said(() => checkValid(schema, parse(text))).sort()).toEqual(sentences.sort());
  });
});

describe("of variables:", () => {
  const declared =
    "query($where: Where, $ids: [ID!], $pages: [[Int!]!], $either: Either, $day: Day, $kind: Kind, $id: ID! = 1, $n: Int = 3)";
  const document = parse(`${declared} { find { name } }`);
  const operation = getOperationAST(document)!;
  const of = (variables: Record<string, unknown>) => said(() => coerceVariables(schema, document, operation, variables));
  const unfit = (place: string) => `La variable « $${place} » a une valeur qui ne convient pas.`;

  test("those that fit are read as their types do, with the defaults", () => {
    const given = { ids: "one", pages: [1], where: { name: "x", years: 2025 }, day: { any: 1 }, other: true, n: null };
    expect(coerceVariables(schema, document, operation, given)).toEqual({
      ids: ["one"],
      pages: [[1]],
      where: { name: "x", years: [2025] },
      day: { any: 1 },
      id: "1",
      n: null,
    });
  });

  test.each<[Record<string, unknown>, string[]]>([
    [{ ids: ["a", null] }, [`${unfit("ids[1]")} Le type ID! n'accepte pas null.`]],
    [{ ids: {} }, [`${unfit("ids")} La valeur {} ne convient pas au type ID.`]],
    [{ pages: [[1], ["2"]] }, [`${unfit("pages[1][0]")} La valeur "2" ne convient pas au type Int.`]],
    [{ pages: "x" }, [`${unfit("pages")} La valeur "x" ne convient pas au type Int.`]],
    [{ where: [] }, [`${unfit("where")} La valeur [] ne convient pas au type Where.`]],
    [{ where: {} }, [`${unfit("where")} Il manque « name » (type String!) dans « Where ».`]],
    [
      { where: { name: "x", inner: { nam: "y" } } },
      [`${unfit("where.inner")} Le champ « nam » n'existe pas dans « Where » : consultez la documentation du schéma.`],
    ],
    [{ where: { name: null } }, [`${unfit("where.name")} Le type String! n'accepte pas null.`]],
    [
      { kind: "BIGGER" },
      [`${unfit("kind")} La valeur « BIGGER » n'existe pas dans l'énumération « Kind » : consultez la documentation du schéma.`],
    ],
    [{ kind: 1 }, [`${unfit("kind")} La valeur 1 n'est pas de l'énumération « Kind » : écrivez son nom, sans guillemets.`]],
    [{ either: {} }, [`${unfit("either")} « Either » demande un seul de ses champs, et non nul.`]],
    [{ either: { a: null } }, [`${unfit("either.a")} La valeur null ne convient pas au type ID.`]],
    [{ id: null }, ["La variable « $id » (type ID!) ne peut pas être nulle."]],
  ])("%j", (variables, sentences) => {
    expect(of(variables)).toEqual(sentences);
  });

  test("a long value is shortened", () => {
    const [sentence] = of({ id: { text: "x".repeat(10_000) } });
    expect(sentence!.length).toBeLessThan(250);
    expect(sentence).toContain("…");
  });
});

test("of many, the first ten and how many more there are", () => {
  const of = (count: number, isCounted?: boolean) =>
    new Refused(
      Array.from({ length: count }, () => new GraphQLError("x")),
      isCounted,
    ).errors;
  expect(of(10)).toHaveLength(10);
  expect(of(11).at(-1)).toMatchObject({
    message: "1 autre erreur n'est pas montrée : corrigez d'abord celles qui le sont.",
    extensions: { code: "TOO_MANY_ERRORS" },
  });
  expect(of(12).at(-1)!.message).toMatch(/^2 autres erreurs ne sont pas montrées/);
  expect(of(100, false)).toHaveLength(11);
  expect(of(100, false).at(-1)!.message).toMatch(/^Plus de 90 autres erreurs/);
});
