import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueFiles } from "../catalogue-files.ts";
import { projectFile } from "../project-file.ts";

const root = fileURLToPath(projectFile("."));

/** All that decides what becomes of a file: the code that reads, converts and protects, the rules, the versions of the libraries. */
const folders = ["foundation", "subgraphs"];
const files = ["data/secrecy.json", "data/populations.json", ...catalogueFiles, "package.json"];

let known: Promise<string> | undefined;

/** SHA-256 of what decides what becomes of a file: a new release, or another rule, may make something else of the same bytes. */
export function hubText(): Promise<string> {
  known ??= hashAll();
  return known;
}

async function hashAll(): Promise<string> {
  const inFolders = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  );
  const paths = [...inFolders.flat(), ...files.map((file) => join(root, file))].toSorted();
  const hash = createHash("sha256");
  for (const text of await Promise.all(paths.map((path) => readFile(path)))) hash.update(text);
  return hash.digest("hex");
}
