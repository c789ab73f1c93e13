import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import type { SourceCall } from "../../../../gateway/sources/source.ts";
import { openWorld } from "./world.ts";

/** What a source answers, in place of what it would have. */
type Falsify = (answer: any, call: SourceCall) => unknown;

/** Data and errors of a query while one source lies: of each error its code, its source and where it is. */
async function askWith(source: string, falsify: Falsify, query: string) {
  const world = openWorld({
    answer: (name, inner) => (name === source ? async (call) => falsify(await inner(call), call) as object : inner),
  });
  const { data, errors } = await world.ask(query);
  await world.close();
  return {
    data: data && JSON.parse(data),
    errors: errors.map(({ path, extensions: { code, source } }) => [code, source, path?.join(".")].filter(Boolean).join(" ")),
    logged: world.logged,
  };
}

const down: Falsify = () => {
  throw new Error("connect ECONNREFUSED");
};
const inText =
  (from: string | RegExp, to: string): Falsify =>
  (answer) =>
    JSON.parse(JSON.stringify(answer).replace(from, to));
const refusedAt = (...path: unknown[]) => ({ message: "Réservé", path, extensions: { code: "FORBIDDEN", scope: "emails" } });

const fiveWithoutPrices = { maybe: ["b1", null, "b4", "b2", "b5"].map((id) => id && { id, price: null }) };
const prices = "{ maybe { id price } }";
const me = "{ me { id name } }";
const withoutName = { me: { id: "u1", name: null } };

test.each<[name: string, query: string, source: string, falsify: Falsify, data: unknown, errors: string[]]>([
  ["is down", prices, "stock", down, fiveWithoutPrices, ["SOURCE_UNAVAILABLE stock"]],
  ["is down, with a required field", "{ users { id credit } }", "stock", down, null, ["SOURCE_UNAVAILABLE stock"]],
  [
    "is down, for one root field",
    "{ me { id } users { id } }",
    "catalog",
    down,
    { me: null, users: [{ id: "u1" }, { id: "u2" }, { id: "u3" }] },
    ["SOURCE_UNAVAILABLE catalog me"],
  ],
  ["is down, for several", "{ me { id } maybe { id } }", "catalog", down, { me: null, maybe: null }, ["SOURCE_UNAVAILABLE catalog"]],
  [
    "is down, called twice",
    "{ maybe { price } users { orders { id } } }",
    "stock",
    down,
    {
      maybe: [{ price: null }, null, { price: null }, { price: null }, { price: null }],
      users: [{ orders: null }, { orders: null }, { orders: null }],
    },
    ["SOURCE_UNAVAILABLE stock"],
  ],
  [
    "is down, and what it has is required by another",
    "{ cheapest { id shipping } }",
    "catalog",
    down,
    { cheapest: { id: "b4", shipping: null } },
    ["SOURCE_UNAVAILABLE catalog"],
  ],
  [
    "answers too few entities",
    prices,
    "stock",
    ({ data }) => ({ data: { _entities: data._entities.slice(1) } }),
    fiveWithoutPrices,
    ["SOURCE_UNAVAILABLE stock"],
  ],
  [
    "answers too many entities",
    prices,
    "stock",
    ({ data }) => ({ data: { _entities: [...data._entities, {}] } }),
    fiveWithoutPrices,
    ["SOURCE_UNAVAILABLE stock"],
  ],
  ["answers entities that are no objects", prices, "stock", () => ({ data: { _entities: [1, "b4", [[]], null] } }), fiveWithoutPrices, []],
  [
    "answers text where a number belongs",
    "{ me { name orders { price } } }",
    "stock",
    inText("9.5", '"nine"'),
    { me: { name: "Ann", orders: [{ price: null }, null, { price: null }] } },
    ["INVALID_SOURCE_DATA stock me.orders.0.price"],
  ],
  [
    "answers a number where a list belongs",
    "{ maybe { tags } }",
    "catalog",
    () => ({ data: { maybe: [{ tags: 3 }] } }),
    { maybe: [null] },
    ["INVALID_SOURCE_DATA catalog maybe.0.tags"],
  ],
  [
    "answers a list where a row belongs",
    "{ me { id } }",
    "catalog",
    () => ({ data: { me: [{ id: "1" }] } }),
    { me: null },
    ["INVALID_SOURCE_DATA catalog me"],
  ],
  [
    "answers a null where none may be",
    "{ maybe { tags } }",
    "catalog",
    () => ({ data: { maybe: [{ tags: ["a", null] }, { tags: null }] } }),
    { maybe: [null, null] },
    ["INVALID_SOURCE_DATA catalog maybe.0.tags.1", "INVALID_SOURCE_DATA catalog maybe.1.tags"],
  ],
  ["leaves a field out", me, "users", inText(/"name":"Ann"/, '"other":1'), withoutName, ["INVALID_SOURCE_DATA users me.name"]],
  [
    "leaves a required field out",
    "{ me { id email } }",
    "users",
    inText(/"email":"a@x"/, '"other":1'),
    { me: null },
    ["INVALID_SOURCE_DATA users me.email"],
  ],
  [
    "answers what an enumeration has not",
    "{ maybe { id kind } }",
    "catalog",
    () => ({ data: { maybe: [{ id: "b1", kind: "STONE" }] } }),
    { maybe: [null] },
    ["INVALID_SOURCE_DATA catalog maybe.0.kind"],
  ],
  [
    "answers a type that a union has not",
    "{ search { __typename ... on Book { pages } } }",
    "catalog",
    () => ({
      data: { search: [{ __typename: "Robot" }, { __typename: "Book", pages: 1 }, { __typename: 5 }, { __typename: "constructor" }] },
    }),
    { search: [null, { __typename: "Book", pages: 1 }, null, null] },
    [0, 2, 3].map((n) => `INVALID_SOURCE_DATA catalog search.${n}`),
  ],
  [
    "answers numbers that are none of theirs",
    "{ products { ... on Film { minutes weight } } }",
    "catalog",
    () => ({
      data: {
        products: [
          { __typename: "Film", minutes: 2 ** 40, weight: Number.POSITIVE_INFINITY },
          { __typename: "Film", minutes: 1.5, weight: 1 },
        ],
      },
    }),
    {
      products: [
        { minutes: null, weight: null },
        { minutes: null, weight: 1 },
      ],
    },
    [
      "INVALID_SOURCE_DATA catalog products.0.minutes",
      "INVALID_SOURCE_DATA catalog products.0.weight",
      "INVALID_SOURCE_DATA catalog products.1.minutes",
    ],
  ],
  ["answers no GraphQL", "{ me { id } }", "catalog", () => "hello", { me: null }, ["SOURCE_UNAVAILABLE catalog me"]],
  ["answers nothing", "{ me { id } }", "catalog", () => undefined, { me: null }, ["SOURCE_UNAVAILABLE catalog me"]],
  [
    "tells errors of odd shapes",
    me,
    "users",
    () => ({ data: null, errors: [{ message: 5, path: "x" }, null, 7] }),
    withoutName,
    ["SOURCE_UNAVAILABLE users"],
  ],
  ["tells an error and nothing else", me, "users", () => ({ errors: [refusedAt()] }), withoutName, ["FORBIDDEN"]],
  [
    "tells an error of an entity",
    me,
    "users",
    () => ({ data: { _entities: [null] }, errors: [refusedAt("_entities", 0)] }),
    withoutName,
    ["FORBIDDEN me"],
  ],
  [
    "tells an error of what nobody asked for",
    me,
    "users",
    (answer) => ({
      ...answer,
      errors: [refusedAt("_entities", 99, "name"), refusedAt("nothing", 0), refusedAt("_entities", 0, "email", "__proto__", -1)],
    }),
    { me: { id: "u1", name: "Ann" } },
    ["FORBIDDEN", "FORBIDDEN me"],
  ],
  [
    "refuses what another field requires",
    "{ cheapest { id shipping } }",
    "catalog",
    () => ({ data: { _entities: [{ weight: null }] }, errors: [refusedAt("_entities", 0, "weight")] }),
    { cheapest: { id: "b4", shipping: null } },
    ["FORBIDDEN cheapest"],
  ],
])("a source that %s costs its own fields only, with one error", async (_, query, source, falsify, data, errors) => {
  const told = await askWith(source, falsify, query);
  expect(told).toMatchObject({ data, errors });
});

describe("a source that names prototypes", () => {
  const polluting = ["__proto__", "constructor"].map((key) => `"${key}":{"polluted":true,"prototype":{"polluted":true}}`).join();
  test.each([
    ["in a row", '"name":"Ann"', `"name":"Ann",${polluting}`],
    ["beside the data", '"data":{', `${polluting},"data":{${polluting},`],
  ])("%s changes nothing", async (_, from, to) => {
    const { data, errors } = await askWith("users", inText(from, to), "{ me { id name friends { id name } } users { id name } }");
    expect(errors).toEqual([]);
    expect(data.me).toMatchObject({ id: "u1", name: "Ann" });
    expect([({} as any).polluted, (Object as any).polluted, (Array.prototype as any).polluted]).toEqual([undefined, undefined, undefined]);
  });
});

test("a source of this process that never answers is given up, whatever it makes of the signal", async () => {
  const world = openWorld({
    limits: { callTimeoutMs: 100 },
    answer: (name, inner) => (name === "stock" ? () => new Promise(() => {}) : inner),
  });
  const { data, errors } = await world.ask(prices);
  await world.close();
  expect(JSON.parse(data!)).toEqual(fiveWithoutPrices);
  expect(errors).toMatchObject([{ extensions: { code: "SOURCE_UNAVAILABLE", source: "stock" } }]);
});

test("errors say nothing that a source put into them", async () => {
  const secret = new GraphQLError("at /srv/app.js:12", { extensions: { code: "FORBIDDEN", stacktrace: ["s3cret"], sql: "select" } });
  const world = openWorld({
    answer: () => () => ({ data: null, errors: [secret.toJSON(), { message: "s3cret of srv", extensions: { code: "OTHER" } }] }),
  });
  const { text } = await world.ask("{ me { id } }");
  expect(text).not.toMatch(/s3cret|select|OTHER/);
  await world.close();
});

test.each([
  ["lists", "[", "]"],
  ["objects", '{"x":', "}"],
])("%s inside each other without end cost the fields of their source only", async (_, open, close) => {
  const deep = JSON.parse(`${open.repeat(100_000)}1${close.repeat(100_000)}`);
  for (const field of ["json seller { id } weight", "related { id rating }", "size { w h }", "weight shipping"]) {
    const key = field.split(" ")[0]!;
    const { data, errors } = await askWith(
      "catalog",
      ({ data }) => ({ data: { ...data, maybe: [{ __typename: "Book", id: "b1", [key]: deep }] } }),
      `{ maybe { ${field} } users { name } }`,
    );
    expect(errors.length, errors.join("\n")).toBeLessThan(3);
    expect(data?.users, field).toEqual([{ name: "Ann" }, { name: null }, { name: "Cy" }]);
  }
});
