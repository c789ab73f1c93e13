import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeEach, expect, test } from "vitest";

/** A copy of the project whose code may be changed. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const node = join(root, "node_modules/.bin/node");
const copies: string[] = [];
let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "hub-compiled-"));
  copies.push(copy);
  for (const name of [
    "commands",
    "foundation",
    "gateway",
    "migrations",
    "subgraphs",
    "package.json",
    "tsconfig.json",
    "tsconfig.build.json",
  ])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => Promise.all(copies.map((folder) => rm(folder, { recursive: true, force: true }))));

const help = () =>
  promisify(execFile)(node, ["commands/process/run.ts", "commands/token.ts", "--help"], { cwd: copy }).catch((error) => error);
const builds = () => readdir(join(copy, "dist"));

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(copy, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(copy, file), text.replace(from, to));
}

test("what runs is the source as it is now, compiled once: after an edit, and after it is taken back", async () => {
  expect(await help()).toMatchObject({ stderr: "", stdout: expect.stringContaining("identifiant du client, par exemple cd52") });
  const [first] = await builds();
  await edit("commands/token.ts", "par exemple cd52", "par exemple cd51");
  expect((await help()).stdout).toContain("identifiant du client, par exemple cd51");
  await edit("commands/token.ts", "par exemple cd51", "par exemple cd52");
  await edit(`dist/${first}/commands/token.js`, "par exemple cd52", "compiled once");
  expect((await help()).stdout).toContain("identifiant du client, compiled once");
});

test("several that find nothing compiled at once all run, and leave one build", async () => {
  const said = await Promise.all([help(), help(), help()]);
  expect(said.map(({ stderr }) => stderr)).toEqual(["", "", ""]);
  expect(new Set(said.map(({ stdout }) => stdout)).size).toBe(1);
  expect(await builds()).toHaveLength(1);
});

test("older builds go when a new one is made; one that was made within the hour may be in use", async () => {
  const [old, recent, abandoned] = ["old", "recent", "old.123.partial"].map((name) => join(copy, "dist", name)) as [string, string, string];
  for (const folder of [old, recent, abandoned]) await mkdir(folder, { recursive: true });
  const twoHoursAgo = Date.now() / 1000 - 7200;
  for (const folder of [old, abandoned]) await utimes(folder, twoHoursAgo, twoHoursAgo);
  await help();
  const left = await builds();
  expect(left).toHaveLength(2);
  expect(left).toContain("recent");
});

test.each<[string, () => Promise<void>, RegExp]>([
  [
    "code that does not compile",
    () => edit("commands/token.ts", "await runCommand(", "await await( runCommand(("),
    /^Le code du hub ne se compile pas : commands\/token\.ts\(\d+,\d+\): error TS\d+/,
  ],
  ["no library", () => rm(join(copy, "node_modules")), /^Les bibliothèques du hub ne sont pas installées : lancez d'abord « npm ci »\.\n$/],
])("%s is one French sentence and exit code 1", async (_, spoil, sentence) => {
  await spoil();
  const { code, stdout, stderr } = await help();
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
});

test.skipIf(process.getuid?.() === 0)("a folder that may not be written is one too", async () => {
  await chmod(copy, 0o555);
  expect(await help()).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^Écriture refusée dans .*dist.* : donnez les droits/),
  });
  await chmod(copy, 0o755);
});
