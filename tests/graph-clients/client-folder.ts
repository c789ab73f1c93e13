import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a client of the graph would set for the hub's own scalars. */
export const scalars = { Date: "string", DateTime: "string" };

/** A project that somebody writes against `schema.graphql`, the open graph as printed; gone with `await using`. */
export async function clientFolder(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "graph-client-"));
  await copyFile(join(root, "schema/open.graphql"), join(folder, "schema.graphql"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const write = async (name: string, content: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);

  /** Runs a tool of `node_modules/.bin` there. */
  const run = (tool: string, ...args: string[]) =>
    new Promise<{ code: number; output: string }>((done) =>
      execFile(join(root, "node_modules/.bin", tool), args, { cwd: folder }, (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      ),
    );

  return {
    write,
    run,
    read: (name: string) => readFile(join(folder, name), "utf8"),
    /** What TypeScript says of these files. */
    typeErrors: async (...names: string[]) =>
      (await run("tsc", "--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--module", "preserve", "--types", "", ...names))
        .output,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
