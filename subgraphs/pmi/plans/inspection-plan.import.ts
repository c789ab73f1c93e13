import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, day, departmentCode, list, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { PlanStatus } from "../inspections/inspection-terms.ts";
import { recount } from "../inspections/recount.ts";
import { pmiSource } from "../pmi-source.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";

/** The hub's own exchange layout: what a département's PMI service sends. */
export const plans = defineDataset({
  name: "inspection-plans",
  title: "Plans annuels d'inspection et de contrôle (format d'échange du hub)",
  secrecy: "register",
  afterwards: recount,
  columns: z
    .object({
      departement: departmentCode,
      annee: year,
      statut: z.enum(PlanStatus),
      etabli_le: orEmpty(day),
      publie_le: orEmpty(day),
      orientations: list(text),
      eaje_autorises: orEmpty(count),
      assistants_maternels: orEmpty(count),
      garde_domicile: orEmpty(count),
    })
    .refine(({ etabli_le, publie_le }) => etabli_le === null || publie_le === null || etabli_le <= publie_le, {
      path: ["publie_le"],
      error: "la publication précède l'établissement du plan",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, InspectionPlan, {
        id: `${row.departement}-${row.annee}`,
        departmentCode: row.departement,
        year: row.annee,
        status: row.statut,
        establishedOn: row.etabli_le,
        publishedOn: row.publie_le,
        orientations: row.orientations,
        authorisedFacilities: row.eaje_autorises,
        licensedChildminders: row.assistants_maternels,
        homeCareProviders: row.garde_domicile,
        source: pmiSource(row.departement, "Plan annuel d'inspection et de contrôle", row.annee),
      }),
    ),
});
