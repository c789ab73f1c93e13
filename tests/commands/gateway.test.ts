import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, graphql, parse } from "graphql";
import type { JWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeKey } from "../../foundation/rights/key-file.ts";
import { compose } from "../../gateway/compose.ts";
import { subgraphs } from "../../subgraphs/subgraphs.ts";
import { ask } from "../ask.ts";
import { cdsfView } from "../cdsf-view.ts";
import { type Command, startCommand } from "../command.ts";
import { gatewayKey } from "../gateway-key.ts";
import { copyOfSample, startHub } from "../hub.ts";
import { type Issuer, startIssuer } from "../issuer.ts";
import { expectRefusal } from "../refusal.ts";
import { startApart } from "../subgraph-apart.ts";

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external", "@requiresScopes"])';

/** A federation that has nothing of the hub: books, and their loans at another's. */
const books = {
  sdl: `${link}
    scalar Date
    scalar Shelf
    type Query { books(first: Int = 10): [Book!]! best: Book placed(since: Date, on: Shelf): String }
    type Book @key(fields: "isbn") { isbn: ID! title: String! pages: Int }`,
  resolvers: {
    Query: {
      books: (_: unknown, { first }: { first: number }) => shelf.slice(0, first),
      best: () => shelf[1],
      placed: (_: unknown, where: object) => JSON.stringify(where),
    },
    Book: { __resolveReference: ({ isbn }: { isbn: string }) => shelf.find((book) => book.isbn === isbn) },
  },
};
const shelf = [
  { isbn: "1", title: "Les Misérables", pages: 1900 },
  { isbn: "2", title: "Candide", pages: 150 },
];
const forgiven: string[] = [];
const loans = {
  sdl: `${link}
    type Query { overdue: [Loan!] }
    type Mutation { lend(isbn: ID!): Loan forgive(id: ID!): Loan @requiresScopes(scopes: [["loans:write"]]) }
    type Loan { id: ID! book: Book borrower: Person @requiresScopes(scopes: [["loans:read"]]) }
    type Person { name: String }
    type Book @key(fields: "isbn") { isbn: ID! pages: Int @external loans: [Loan!] readingDays: Int @requires(fields: "pages") }`,
  resolvers: {
    Query: { overdue: () => [{ id: "a", book: { __typename: "Book", isbn: "2" } }] },
    Loan: { borrower: () => ({ name: "Cosette" }) },
    Mutation: {
      forgive: (_: unknown, { id }: { id: string }) => {
        forgiven.push(id);
        return { id };
      },
      lend: (_: unknown, { isbn }: { isbn: string }) => ({ id: "new", book: { __typename: "Book", isbn } }),
    },
    Book: {
      loans: ({ isbn }: { isbn: string }) => (isbn === "2" ? [{ id: "a" }] : []),
      readingDays: ({ pages }: { pages: number }) => pages / 50,
    },
  },
};

/** A subgraph over HTTP that no part of the hub serves. */
async function serveForeign({ sdl, resolvers }: typeof books | typeof loans) {
  const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString());
    const result = await graphql({ schema, source: query, variableValues: variables, operationName });
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    sdl,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => void server.close().closeAllConnections(),
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-gateway-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const serve = (args: string[], env?: Record<string, string>) => startCommand("commands/gateway.ts", args, env);

describe("in front of a federation that is not the hub's", () => {
  const servers: Awaited<ReturnType<typeof serveForeign>>[] = [];
  let gateway: Command;
  let address: string;
  let key: JWK;
  let issuer: Issuer;

  beforeAll(async () => {
    key = await makeKey("ES256");
    servers.push(await serveForeign(books), await serveForeign(loans));
    const [first, second] = servers as [(typeof servers)[number], (typeof servers)[number]];
    const supergraph = compose([
      { name: "books", ...first },
      { name: "loans", ...second },
    ]);
    issuer = await startIssuer(key);
    const { issuer: name } = issuer.trusted;
    const args = ["--supergraph", await file("library.graphql", supergraph), "--port", "0"];
    gateway = serve(args, { TOKEN_ISSUERS: `${name}=${name}/jwks` });
    address = await gateway.address();
  });
  afterAll(async () => {
    await gateway?.[Symbol.asyncDispose]();
    await issuer?.stop();
    for (const { close } of servers) close();
  });

  test("it joins what two subgraphs hold, @requires included", async () => {
    const { data, errors } = await ask(
      address,
      "query($n: Int) { books(first: $n) { title readingDays loans { id } } overdue { book { title } } }",
      { n: 2 },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      books: [
        { title: "Les Misérables", readingDays: 38, loans: [] },
        { title: "Candide", readingDays: 3, loans: [{ id: "a" }] },
      ],
      overdue: [{ book: { title: "Candide" } }],
    });
  });

  test("its scalars are that federation's, whatever their names", async () => {
    const query = "query($since: Date, $on: Shelf) { placed(since: $since, on: $on) other: placed(since: 12, on: { row: 2 }) }";
    const { data, errors } = await ask(address, query, { since: 20251231, on: { row: 1 } });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ placed: '{"since":20251231,"on":{"row":1}}', other: '{"since":12,"on":{"row":2}}' });
  });

  test("it executes that federation's mutations", async () => {
    const { data, errors } = await ask(address, 'mutation { lend(isbn: "1") { id book { title } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ lend: { id: "new", book: { title: "Les Misérables" } } });
  });

  test("@requiresScopes holds though its subgraphs check nothing, for known callers too; a refused mutation is not executed", async () => {
    for (const token of [undefined, await issuer.token(key, { scope: "loans:write loans:read" })]) {
      const read = await ask(address, "{ overdue { id borrower { name } } }", {}, token);
      expect(read.data).toEqual({ overdue: [{ id: "a", borrower: null }] });
      expect(read.errors).toMatchObject([{ path: ["overdue", 0, "borrower"], extensions: { code: "FORBIDDEN", scope: "loans:read" } }]);
      const written = await ask(address, 'mutation { forgive(id: "a") { id } }', {}, token);
      expect(written.data).toEqual({ forgive: null });
      expect(written.errors).toMatchObject([{ path: ["forgive"], extensions: { code: "FORBIDDEN", scope: "loans:write" } }]);
    }
    expect(forgiven).toEqual([]);
  });

  test("it answers health, refuses GET, and says in French what is wrong", async () => {
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect((await fetch(`${address}/graphql?query={books{isbn}}`)).status).toBe(405);
    expect((await ask(address, "{ authors { name } }")).errors).toMatchObject([
      { message: expect.stringMatching(/^Le champ « authors » n'existe pas/) },
    ]);
  });

  test("a subgraph that is down costs its own fields, and SIGTERM ends it with exit code 0", async () => {
    servers[1]!.close();
    const { data, errors } = await ask(address, "{ books { title loans { id } } }");
    expect(data.books).toEqual(shelf.map(({ title }) => ({ title, loans: null })));
    expect(errors).toMatchObject([
      { message: expect.stringContaining("loans"), extensions: { code: "SOURCE_UNAVAILABLE", source: "loans" } },
    ]);
    gateway.kill("SIGTERM");
    expect(await gateway.ended).toMatchObject({ code: 0, stderr: "" });
  });
});

test("in front of the hub's own subgraphs, the CDSF view is that of one process", async () => {
  const database = await copyOfSample();
  const inProcess = await startHub({ databaseUrl: database.url });
  const apart = await Promise.all(subgraphs.map(({ name }) => startApart(name, database.url)));
  const urls = apart.map(({ name, url }) => `${name}=${url}`).join(",");
  await using gateway = startCommand("commands/gateway.ts", ["--port", "0"], {
    SUBGRAPH_URLS: urls,
    GATEWAY_KEY: JSON.stringify(gatewayKey),
  });
  try {
    const variables = { department: "ZZ", year: 2025 };
    expect((await ask(await gateway.address(), cdsfView, variables)).data).toEqual((await inProcess.query(cdsfView, variables)).data);
  } finally {
    await Promise.all(apart.map(({ stop }) => stop()));
    await inProcess.close();
    await database.drop();
  }
});

describe("one sentence and exit code 1:", () => {
  test("the file does not exist", () =>
    expectRefusal(
      serve(["--supergraph", "/no/such/file.graphql", "--port", "0"]),
      /^Le supergraphe \/no\/such\/file.graphql n'existe pas/,
    ));

  test("the file is a folder", () =>
    expectRefusal(serve(["--supergraph", folder, "--port", "0"]), /^Le supergraphe .* ne peut pas être lu/));

  test.each([
    ["is empty", ""],
    ["is no GraphQL", "supergraph: 1\n  name: {"],
    ["is a schema that was not composed", "type Query { books: [String!]! }"],
    ["is a subgraph", books.sdl],
    [
      "has no Query",
      'schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }',
    ],
  ])("the file %s", async (name, content) => {
    const path = await file(`${name.replaceAll(" ", "-")}.graphql`, content);
    await expectRefusal(serve(["--supergraph", path, "--port", "0"]), /^Le supergraphe .*\.graphql n'est pas un supergraphe Federation 2/);
  });

  test("the file names a subgraph that it does not have", async () => {
    const supergraph = compose([{ name: "books", sdl: books.sdl, url: "http://127.0.0.1:1/graphql" }]);
    const path = await file("nowhere.graphql", supergraph.replace("@join__type(graph: BOOKS", "@join__type(graph: NOWHERE"));
    await expectRefusal(
      serve(["--supergraph", path, "--port", "0"]),
      /^Le supergraphe .*nowhere\.graphql est refusé : recomposez-le \(.*NOWHERE/,
    );
  });

  test("the port is taken", async () => {
    const server = createTcpServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    await expectRefusal(serve(["--port", String(port)]), new RegExp(`^Le port ${port} est déjà pris`));
    server.close();
  });

  test.each(["abc", "70000", "-1"])("the port is %s", (port) => expectRefusal(serve(["--port", port]), /numéro de port entre 0 et 65535/));
});
