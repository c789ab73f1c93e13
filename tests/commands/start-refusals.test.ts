import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { startCommand } from "../command.ts";
import { expectRefusal } from "../refusal.ts";

const start = (env: Record<string, string>) =>
  startCommand("commands/start.ts", [], { PORT: "0", DATA_FOLDER: join(tmpdir(), "hub-unused"), ...env });

/** A server on a free port of this machine that does this with each connection. */
async function listening(
  onConnection: (socket: Socket) => void,
): Promise<Server & { port: number; [Symbol.asyncDispose](): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    onConnection(socket);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(server, {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  });
}

/** What PostgreSQL sends when it refuses: FATAL and a code. */
function refusal(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0Msomething in English\0\0`);
  const head = Buffer.from("E\0\0\0\0");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

describe("one sentence and exit code 1:", () => {
  test("the port is taken", async () => {
    await using server = await listening(() => {});
    await expectRefusal(
      start({ PORT: String(server.port) }),
      new RegExp(`^Le port ${server.port} est déjà pris sur 127.0.0.1 : choisissez-en un autre`),
    );
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["any site may call the graph", { CORS_ORIGINS: "*" }, /^Configuration : CORS_ORIGINS : attendu des origines/],
    ["this machine has no such address", { HOST: "192.0.2.1", PORT: "4999" }, /^Cette machine n'a pas l'adresse 192.0.2.1/],
    [
      "no subgraph has this name",
      { SUBGRAPH_URLS: "pim=http://pmi:4000/graphql" },
      /^Sous-graphe inconnu « pim » : choisissez parmi indicators, france-travail, territories, cdsf/,
    ],
    ["DATABASE_URL is no URL", { DATABASE_URL: "hub on 5432" }, /^DATABASE_URL doit avoir la forme postgresql:\/\/.* n'est pas une URL/],
    [
      "DATABASE_URL is of another kind",
      { DATABASE_URL: "mysql://localhost/hub" },
      /^DATABASE_URL doit avoir la forme postgresql:.* « mysql:\/\/ »/,
    ],
    [
      "DATABASE_URL names no database",
      { DATABASE_URL: "postgresql://localhost:5432" },
      /^DATABASE_URL doit avoir la forme .* il manque le nom de la base/,
    ],
    [
      "DATABASE_URL names an unknown machine",
      { DATABASE_URL: "postgresql://u:s3cret@no-such-machine.invalid/hub" },
      /^Base de données no-such-machine.invalid\/hub : ce nom de machine/,
    ],
  ])("%s", (_, env, sentence) => expectRefusal(start(env), sentence));

  test("of several faults, each is a line", async () => {
    await using command = start({ PORT: "abc", LOG_LEVEL: "loud", MAX_COST: "0" });
    const { code, stdout, stderr } = await command.ended;
    expect(stderr.trimEnd().split("\n").toSorted()).toEqual([
      expect.stringMatching(/^Configuration : LOG_LEVEL : attendu l'un de fatal/),
      expect.stringMatching(/^Configuration : MAX_COST : attendu un nombre entier/),
      expect.stringMatching(/^Configuration : PORT : attendu un nombre entier de 0 à 65535/),
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  test("nothing listens where DATABASE_URL points", async () => {
    const { port } = await (async () => {
      await using server = await listening(() => {});
      return server;
    })();
    await expectRefusal(
      start({ DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${port}/hub` }),
      /^Base de données 127.0.0.1:\d+\/hub : aucun serveur PostgreSQL n'y répond/,
    );
  });

  test("the database does not exist", async () => {
    const url = new URL(inject("serverUrl"));
    url.pathname = "/no_such_database";
    await expectRefusal(start({ DATABASE_URL: url.href }), /^Base de données .*\/no_such_database : cette base n'existe pas/);
  });

  test("the server accepts the connection and never answers", async () => {
    await using server = await listening(() => {});
    await expectRefusal(
      start({ DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${server.port}/hub` }),
      /^Base de données 127.0.0.1:\d+\/hub : le serveur ne répond pas/,
    );
  });

  test.each([
    ["28P01", /le mot de passe est refusé/],
    ["28000", /cet utilisateur est refusé/],
    ["53300", /n'accepte plus de connexions/],
    ["57P03", /démarre encore/],
  ])("the server refuses with %s", async (code, sentence) => {
    await using server = await listening((socket) => socket.once("data", () => socket.end(refusal(code))));
    await expectRefusal(start({ DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${server.port}/hub` }), sentence);
  });

  test("what listens there is no PostgreSQL", async () => {
    await using server = await listening((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
    await expectRefusal(
      start({ DATABASE_URL: `postgresql://u:s3cret@127.0.0.1:${server.port}/hub` }),
      /^Base de données 127.0.0.1:\d+\/hub : /,
    );
  });
});
