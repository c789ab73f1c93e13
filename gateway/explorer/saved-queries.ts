import { readdirSync, readFileSync } from "node:fs";
import { projectFile } from "../../foundation/project-file.ts";

export interface SavedQuery {
  /** The file's, without its ending. */
  name: string;
  theme: string;
  title: string;
  description: string;
  query: string;
  /** JSON, as shown in the editor. */
  variables: string;
}

const folder = projectFile("examples/queries/");
/** Stands before the others. */
const first = "cdsf-view";

/**
 * Each `<name>.graphql` of `examples/queries`, with its `<name>.json`: the first comment line is « thème : titre », the others describe it.
 * By theme, in the order of their names.
 */
export function readSavedQueries(): SavedQuery[] {
  const names = readdirSync(folder).filter((file) => file.endsWith(".graphql"));
  const queries = names.map((file) => read(file.replace(".graphql", ""))).sort((a, b) => rank(a).localeCompare(rank(b), "fr"));
  return [...Map.groupBy(queries, ({ theme }) => theme).values()].flat();
}

const rank = ({ name, theme }: SavedQuery) => (name === first ? "" : `${theme} ${name}`);

function read(name: string): SavedQuery {
  const query = readFileSync(new URL(`${name}.graphql`, folder), "utf8");
  const variables = readFileSync(new URL(`${name}.json`, folder), "utf8");
  const [heading = "", ...description] = [...query.matchAll(/^# (.*)$/gm)].map(([, text]) => text!);
  const [, theme, title] = /^(.+?) : (.+)$/.exec(heading) ?? [];
  if (!theme || !title) throw new Error(`examples/queries/${name}.graphql must begin with « # Thème : titre »`);
  return { name, theme, title, description: description.join(" "), query, variables: variables.trim() };
}
