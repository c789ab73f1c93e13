import { query } from "../../../foundation/graph/readings/query.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { AuthorityScheme } from "./authority-scheme.entity.ts";
import { Competence } from "./competence.entity.ts";

export const authoritySchemes = one(AuthorityScheme, "id");
/** Of a commune. */
export const competencesOf = many(Competence, "commune", { order: ["code", "since"] });
/** That communes have given to an intercommunality, or kept. */
export const competencesHeldBy = many(Competence, "holder", { order: ["code", "since", "commune"] });

export const authoritySchemesOf = query<{ territory: string }, AuthorityScheme>({
  parameters: { territory: "text" },
  as: AuthorityScheme,
  withSources: "q.n, q.id",
  text: (names, keys) => `select k.n, ${names.columns(AuthorityScheme, "s")}
from ${keys} join ${names.table(AuthorityScheme)} s on k.territory = any (s.territory_ids)`,
});
