import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { text } from "../../../foundation/imports/french-values.ts";
import { SchemeDetailKind } from "./scheme-detail.entity.ts";
import { schemeRows } from "./scheme-rows.ts";

/** The SDSF of Seine-Saint-Denis 2024-2026, as presented to its work groups on 1 July 2025. */

const rows = schemeRows("93", 2024);
const source = sourceOf("93", {
  publisher: "CDSF de la Seine-Saint-Denis",
  dataset: "Schéma départemental des services aux familles 2024-2026 (groupes de travail du 1er juillet 2025)",
  printedVintage: "2025",
  licence: null,
});
const axis = z.coerce.number().int().positive();
const sheetKinds: Record<string, SchemeDetailKind> = {
  priorite: SchemeDetailKind.PRIORITY,
  pilote: SchemeDetailKind.LEADER,
  acteur: SchemeDetailKind.ACTOR,
  indicateur: SchemeDetailKind.INDICATOR,
  action_cle: SchemeDetailKind.KEY_ACTION,
};

export const scheme = defineDataset({
  name: "seine-saint-denis-scheme",
  title: "SDSF de la Seine-Saint-Denis 2024-2026 : groupes de travail et calendrier",
  secrecy: "published",
  columns: z.object({ cle: text, valeur: text }),
  convert: (lines) =>
    lines.slice(0, 1).map(({ line }) =>
      rows.scheme(
        line,
        {
          title: "Schéma départemental des services aux familles de la Seine-Saint-Denis 2024-2026",
          endYear: 2026,
          printedFacts: lines.map(({ cle, valeur }) => `${cle.replaceAll("_", " ")} : ${valeur}`),
        },
        source,
      ),
    ),
});

export const axes = defineDataset({
  name: "seine-saint-denis-axes",
  title: "SDSF de la Seine-Saint-Denis : axes",
  secrecy: "published",
  columns: z.object({ axe: axis, libelle: text }),
  convert: (lines) => lines.map(({ line, axe, libelle }) => rows.axis(line, axe, libelle, null)),
});

export const actions = defineDataset({
  name: "seine-saint-denis-actions",
  title: "SDSF de la Seine-Saint-Denis : actions des groupes de travail",
  secrecy: "published",
  columns: z.object({ axe: axis, action: text }),
  convert: (lines) => lines.map(({ line, axe, action }) => rows.action(line, rows.actionId(action), rows.axisId(axe), action, null, null)),
});

export const sheet = defineDataset({
  name: "seine-saint-denis-sheet-1-1",
  title: "SDSF de la Seine-Saint-Denis : fiche action 1.1",
  secrecy: "published",
  columns: z.object({ rubrique: z.enum(Object.keys(sheetKinds) as [string, ...string[]]), valeur: text }),
  convert: (lines) => lines.map(({ line, rubrique, valeur }) => rows.detail(line, sheetKinds[rubrique]!, rows.axisId(1), valeur)),
});
