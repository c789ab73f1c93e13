import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "../command.ts";
import { emptyDatabase } from "../hub.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-libraries-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Programs that came to load these libraries until the command served. */
async function programsThatLoad(library: RegExp, command: [file: string, args: string[]], databaseUrl: string): Promise<string[]> {
  const file = join(folder, crypto.randomUUID());
  await using started = startCommand(...command, {
    PORT: "0",
    DATABASE_URL: databaseUrl,
    DATA_FOLDER: join(folder, "data"),
    SAMPLE_DATA: "false",
    NODE_OPTIONS: `--import ${fileURLToPath(new URL("note-libraries.mjs", import.meta.url))}`,
    LIBRARIES_FILE: file,
  });
  await started.address();
  const loaded = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(loaded).toContainEqual(expect.stringMatching(/^(start|subgraph)\.js fastify$/));
  return [
    ...new Set(loaded.map((line) => line.split(" ") as [string, string]).flatMap(([program, name]) => (library.test(name) ? program : []))),
  ];
}

const orm = /^@mikro-orm\//;

test.each<[string, string, string[]]>([
  ["npm start", "commands/start.ts", []],
  ["npm run subgraph -- pmi", "commands/subgraph.ts", ["pmi"]],
])("%s loads no MikroORM to serve: the process that prepares the base does, where it is not up to date", async (_, file, args) => {
  const empty = await emptyDatabase();
  try {
    expect(await programsThatLoad(orm, [file, args], empty.url)).toEqual(["preparer.js"]);
    expect(await programsThatLoad(orm, [file, args], empty.url)).toEqual([]);
  } finally {
    await empty.drop();
  }
});
