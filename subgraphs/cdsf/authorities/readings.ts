import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { programmesIn } from "../../../foundation/programmes/programmes-in.ts";
import { AuthorityScheme } from "./authority-scheme.entity.ts";
import { Competence } from "./competence.entity.ts";

export const authoritySchemes = one(AuthorityScheme, "id");
/** Of a commune. */
export const competencesOf = many(Competence, "commune", { order: ["code", "since"] });
/** That communes have given to an intercommunality, or kept. */
export const competencesHeldBy = many(Competence, "holder", { order: ["code", "since", "commune"] });

export const authoritySchemesOf = programmesIn(AuthorityScheme, "id");
