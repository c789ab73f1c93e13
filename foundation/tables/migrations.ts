import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The folder of a subgraph's migrations: code, compiled beside this file or not. */
export function migrationsFolder(name: string): string {
  return fileURLToPath(new URL(`../../migrations/${name}`, import.meta.url));
}

/** Their names, as the table of those that were run keeps them. */
export async function migrationNames(name: string): Promise<string[]> {
  const files = await readdir(migrationsFolder(name));
  return files.flatMap((file) => /^(Migration\w+)\.[jt]s$/.exec(file)?.[1] ?? []);
}
