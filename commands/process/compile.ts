import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { projectFile } from "../../foundation/project-file.ts";
import { asStartError, StartError } from "../../foundation/start-error.ts";

/** Node runs this file as it is written: what it imports has types to strip, and nothing else that is not JavaScript. */

const root = fileURLToPath(projectFile("./"));
const dist = join(root, "dist");
const folders = ["commands", "foundation", "gateway", "migrations", "subgraphs"];
const settings = ["tsconfig.json", "tsconfig.build.json"];
/** Another process may still be making, or loading, what is younger. */
const keptMs = 60 * 60 * 1000;

/**
 * The compiled file of a program, of the sources as they are now: compiled first where they were not yet, after `npm ci`, a pull or an edit.
 * Where that fails, it is one line on stderr and exit code 1.
 * @param program from the project's root: `commands/start.ts`
 */
export async function compiledProgram(program: string): Promise<string> {
  try {
    return resolve(await compile(), program.replace(/\.ts$/, ".js"));
  } catch (error) {
    const known = asStartError(error, "du hub");
    console.error(known instanceof StartError ? known.message : known);
    process.exit(1);
  }
}

/** @returns the folder of the compiled code, under `dist/` by what it was compiled from: nothing that is stale is ever found there. */
async function compile(): Promise<string> {
  const folder = join(dist, hashOfSources());
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}.partial`;
  const tsc = [compiler(), "--project", "tsconfig.build.json", "--outDir", partial];
  await mkdir(partial, { recursive: true });
  await promisify(execFile)(process.execPath, tsc, { cwd: root }).catch(async ({ stdout, message }) => {
    await rm(partial, { recursive: true });
    throw new StartError(`Le code du hub ne se compile pas : ${(stdout || message).split("\n")[0]}`);
  });
  await rename(partial, folder).catch(async (error) => {
    if (!existsSync(folder)) throw error;
    await rm(partial, { recursive: true }); // another process was quicker
  });
  await removeOld();
  return folder;
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(dist)) {
    const build = join(dist, name);
    const made = await stat(build).catch(() => undefined); // it was another's, and has its name now
    if (made && Date.now() - made.mtimeMs > keptMs) await rm(build, { recursive: true, force: true });
  }
}

function compiler(): string {
  try {
    return resolve(findPackageJSON("typescript", import.meta.url)!, "../bin/tsc");
  } catch {
    throw new StartError("Les bibliothèques du hub ne sont pas installées : lancez d'abord « npm ci ».");
  }
}

function hashOfSources(): string {
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
  );
  const hash = createHash("sha256");
  for (const file of [...settings, ...sources].sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex").slice(0, 16);
}

if (import.meta.main) await compiledProgram("");
