import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename } from "node:path";

/** Imported before a program: notes in a file which libraries it loads, as « program library ». */
const program = basename(process.argv[1] ?? "");
const seen = new Set();
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const [, library] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(found.url) ?? [];
    if (library && !seen.has(library)) appendFileSync(process.env.LIBRARIES_FILE, `${program} ${library}\n`);
    seen.add(library);
    return found;
  },
});
