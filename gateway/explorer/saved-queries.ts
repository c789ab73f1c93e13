import { readdirSync, readFileSync } from "node:fs";
import { projectFile } from "../../foundation/project-file.ts";

export interface SavedQuery {
  title: string;
  description: string;
  query: string;
  /** JSON, as shown in the editor. */
  variables: string;
}

const folder = projectFile("gateway/explorer/queries/");

/** Each `queries/<n>-<name>.graphql` with its `<n>-<name>.json`: the first comment line is the title, the others describe it. */
export function readSavedQueries(): SavedQuery[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => {
      const query = readFileSync(new URL(file, folder), "utf8");
      const variables = readFileSync(new URL(file.replace(".graphql", ".json"), folder), "utf8");
      const [title = "", ...description] = [...query.matchAll(/^# (.*)$/gm)].map(([, text]) => text!);
      return { title, description: description.join(" "), query, variables: variables.trim() };
    });
}
