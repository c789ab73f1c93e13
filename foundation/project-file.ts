import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";

const manifest = pathToFileURL(findPackageJSON("..", import.meta.url)!);

/**
 * A file of the project that is no code: `data/`, `schema/`, pages. Compiled code lies elsewhere than its source, these do not.
 * @param path from the project's root, the folder of package.json
 */
export function projectFile(path: string): URL {
  return new URL(path, manifest);
}
