import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, departmentCode, orEmpty, year } from "../../../foundation/imports/french-values.ts";
import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { authority } from "../inspections/authority-codes.ts";
import { CareMode, ControlKind } from "../inspections/inspection-terms.ts";
import { InspectionObjective } from "./inspection-objective.entity.ts";

/** The hub's own exchange layout: what a département's PMI service sends. */
export const objectives = defineDataset({
  name: "inspection-objectives",
  title: "Objectifs des plans d'inspection (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    departement: departmentCode,
    annee: year,
    mode: z.enum(CareMode),
    categorie: orEmpty(z.enum(FacilityCategory)),
    autorite: authority,
    type_controle: z.enum(ControlKind),
    objectif: count,
  }),
  convert: (lines) =>
    lines.map((row) => {
      const plan = `${row.departement}-${row.annee}`;
      return write(row.line, InspectionObjective, {
        id: [plan, row.mode, row.categorie ?? "ALL", row.autorite, row.type_controle].join("-"),
        plan,
        position: row.line,
        mode: row.mode,
        category: row.categorie,
        authority: row.autorite,
        controlKind: row.type_controle,
        planned: row.objectif,
      });
    }),
});
