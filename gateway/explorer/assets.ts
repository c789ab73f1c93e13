import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectFile } from "../../foundation/project-file.ts";

export interface Asset {
  /** Changes with the content. */
  url: string;
  contentType: string;
  content: Buffer;
}

/** What the page loads, in order: the browser builds that the packages publish, then our own two files. */
export function readAssets(): Asset[] {
  return [
    asset("graphiql.css", withoutFonts(published("graphiql", "graphiql.min.css"))),
    asset("page.css", own("page.css")),
    asset("react.js", published("react", "umd/react.production.min.js")),
    asset("react-dom.js", published("react-dom", "umd/react-dom.production.min.js")),
    asset("graphiql.js", published("graphiql", "graphiql.min.js")),
    asset("page.js", own("page.js")),
  ];
}

function asset(name: string, content: Buffer): Asset {
  const [stem, extension] = name.split(".");
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const contentType = extension === "css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
  return { url: `/explorer/${stem}.${hash}.${extension}`, contentType, content };
}

const require = createRequire(import.meta.url);

function published(packageName: string, file: string): Buffer {
  return readFileSync(join(dirname(require.resolve(`${packageName}/package.json`)), file));
}

function own(file: string): Buffer {
  return readFileSync(projectFile(`gateway/explorer/${file}`));
}

/** GraphiQL embeds its fonts as `data:` URLs, nine tenths of the sheet: the fonts of the machine do as well. */
function withoutFonts(css: Buffer): Buffer {
  return Buffer.from(css.toString().replaceAll(/@font-face\s*\{[^}]*\}/g, ""));
}
