import { page } from "../../../foundation/graph/readings/page.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { programmesIn } from "../../../foundation/programmes/programmes-in.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

export const schemes = one(FamilyServicesScheme, "id");

const list = { key: "id", ranges: ["firstDay", "lastDay"], containing: ["themes"] } as const;
export const realSchemes = page(FamilyServicesScheme, { ...list, where: `t.id not like '${demonstrationPrefix}%'` });
export const allSchemes = page(FamilyServicesScheme, list);

/** Of a department, by first year. */
export const schemesOf = programmesIn(FamilyServicesScheme, "startYear");
