import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../../foundation/config.ts";
import { cdsfView } from "../../cdsf-view.ts";
import { type Hub, startHub } from "../../hub.ts";

const { limits } = readConfig({});

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await hub.query("{ committees { id } }");
});
afterAll(() => hub.close());

const many = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** `depth` fragments that each spread the next one twice. */
const bomb = (depth: number, spread: (next: string) => string) =>
  `{ committees { ...f0 } } ${many(depth, (n) => `fragment f${n} on FamilyServicesCommittee { ${n === depth - 1 ? "id" : `${spread(`...f${n + 1}`)} ${spread(`...f${n + 1}`)}`} }`)}`;

const nested = (depth: number) => `{ committees { ${"department { committee { ".repeat(depth)} id ${"} }".repeat(depth)} } }`;

describe("is refused within 100 ms, with what is allowed, before any call:", () => {
  test.each<[string, string, number, string, string?]>([
    ["2^20 selections in fragments", "OPERATION_TOO_LARGE", limits.maxSelections, bomb(12, (next) => next)],
    ["2^40 selections in fragments", "OPERATION_TOO_LARGE", limits.maxSelections, bomb(40, (next) => next)],
    [
      "2^30 selections under aliases",
      "TOO_DEEP",
      limits.maxDepth,
      bomb(30, (next) => `a${next.slice(4)}: department { committee { ${next} } }`),
    ],
    ["fields without end", "OPERATION_TOO_LARGE", limits.maxSelections, `{ committees { ${"id ".repeat(1_200)} } }`],
    ["text without end", "TOO_MANY_TOKENS", limits.maxTokens, `{ committees { ${"id ".repeat(15_000)} } }`],
    ["nesting", "TOO_DEEP", limits.maxDepth, nested(8)],
    ["nesting without end", "TOO_MANY_TOKENS", limits.maxTokens, nested(2_000)],
    [
      "a value nested without end",
      "TOO_MANY_TOKENS",
      limits.maxTokens,
      `{ territory(level: DEPARTMENT, code: ${"[".repeat(40_000)}) { name } }`,
    ],
    ["aliases", "TOO_MANY_ALIASES", limits.maxAliases, `{ committees { ${many(61, (n) => `a${n}: id`)} } }`],
    ["root fields", "TOO_MANY_ROOT_FIELDS", limits.maxRootFields, `{ ${many(21, (n) => `a${n}: committees { id }`)} }`],
    [
      "root fields in fragments",
      "TOO_MANY_ROOT_FIELDS",
      limits.maxRootFields,
      `{ ${"...f ".repeat(11)} } fragment f on Query { a: committees { id } b: committees { id } }`,
    ],
    ["directives", "TOO_MANY_DIRECTIVES", limits.maxDirectives, `{ committees { ${"id @skip(if: false) ".repeat(61)} } }`],
    [
      "fields of several operations",
      "OPERATION_TOO_LARGE",
      limits.maxSelections,
      `query A { committees { ${"id ".repeat(600)} } } query B { committees { ${"id ".repeat(600)} } }`,
    ],
    [
      "root fields of several operations",
      "TOO_MANY_ROOT_FIELDS",
      limits.maxRootFields,
      many(21, (n) => `query Q${n} { committees { id } }`),
    ],
    ["declared variables", "TOO_MANY_VARIABLES", limits.maxVariables, `query(${many(51, (n) => `$v${n}: ID`)}) { committees { id } }`],
    ["variables", "TOO_MANY_VARIABLES", limits.maxVariables, "{ committees { id } }", JSON.stringify({ ...Array(51).fill(1) })],
    [
      "a list in a variable",
      "VARIABLES_TOO_LARGE",
      limits.maxVariableValues,
      "{ committees { id } }",
      `{"codes": [${many(30_000, () => "1").replaceAll(" ", ",")}]}`,
    ],
    [
      "a variable nested without end",
      "VARIABLES_TOO_LARGE",
      limits.maxVariableValues,
      "{ committees { id } }",
      `{"v": ${"[".repeat(9_000)}${"]".repeat(9_000)}}`,
    ],
  ])("%s: %s", async (_, code, allowed, query, variables = "{}") => {
    let answer: any;
    const [times, plain]: [number[], number[]] = [[], []];
    const timed = async (body: string, into: number[]) => {
      const started = performance.now();
      const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
      answer = await response.json();
      into.push(performance.now() - started);
    };
    for (const attempt of [1, 2, 3]) {
      await timed(`{"query": "{ committees { id } } # ${code} ${attempt} ${Math.random()}"}`, plain);
      await timed(`{"query": ${JSON.stringify(`${query} # ${attempt}`)}, "variables": ${variables}}`, times);
    }
    expect(Math.min(...times)).toBeLessThan(30 * Math.min(...plain));
    expect(answer.errors).toMatchObject([{ message: expect.stringContaining(`${allowed}`), extensions: { code, allowed } }]);
    expect(answer).not.toHaveProperty("data");
    expect(hub.lastCalls()).toEqual({});
  });
});

test.each([
  ["under one name with other arguments", many(440, (n) => `agreements(first: ${n}) { totalCount }`)],
  [
    "in fragments",
    many(200, (n) => `...f${n}`),
    many(200, (n) => `fragment f${n} on Territory { agreements(first: ${n}) { totalCount } }`),
  ],
])("fields %s are not compared without end", async (_, fields, fragments = "") => {
  const { errors } = await hub.query(`{ committees { department { ${fields} } } } ${fragments}`);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/^La requête répète trop de fois/), extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
  ]);
});

test("twenty bombs at once hold nobody up", async () => {
  const bombs = Array.from({ length: 20 }, () => hub.query(bomb(30, (next) => next)));
  const started = performance.now();
  const { errors } = await hub.query(cdsfView, { department: "52", year: 2025 });
  expect(performance.now() - started).toBeLessThan(2000);
  expect(errors).toBeUndefined();
  for (const answer of await Promise.all(bombs)) expect(answer.errors?.[0]?.extensions.code).toBe("OPERATION_TOO_LARGE");
});

test("a limit of the configuration takes the place of the default", async () => {
  await using strict = await startHub({ limits: { maxDepth: 2 } });
  expect((await strict.query("{ committees { id } }")).errors).toBeUndefined();
  expect((await strict.query("{ committees { department { code } } }")).errors).toMatchObject([
    { extensions: { code: "TOO_DEEP", allowed: 2 } },
  ]);
});
