import { z } from "zod";
import { today } from "../../../foundation/day.ts";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, list, optionalText, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { pmiSource } from "../pmi-source.ts";
import { singleAuthorities } from "./authority-codes.ts";
import { Inspection } from "./inspection.entity.ts";
import { CareMode, ControlKind, FollowUpNature, InspectionAuthority, NonComplianceNature } from "./inspection-terms.ts";
import { ofKnownFacilities } from "./known-facilities.ts";
import { recount } from "./recount.ts";

const finding = z
  .string()
  .regex(/^[A-Z_]+:\d+$/, "attendu : NATURE:nombre, séparés par |")
  .transform((cell) => cell.split(":") as [string, string])
  .refine(([nature]) => nature in NonComplianceNature, `nature inconnue : choisissez parmi ${Object.keys(NonComplianceNature).join(", ")}`)
  .transform(([nature, number]) => [nature, Number(number)] as const);

/** The hub's own exchange layout: what a département's PMI service sends. */
export const inspections = defineDataset({
  name: "inspections",
  title: "Registre des contrôles (format d'échange du hub)",
  secrecy: "register",
  afterwards: async (writer, written) => [...(await ofKnownFacilities(writer, written)), ...(await recount(writer, written))],
  columns: z
    .object({
      id: text,
      departement: departmentCode,
      etablissement: optionalText,
      mode: z.enum(CareMode),
      categorie: orEmpty(z.enum(FacilityCategory)),
      date: day,
      autorites: list(z.enum(Object.keys(singleAuthorities) as (keyof typeof singleAuthorities)[])).refine(
        (names) => names.length === 1 || names.toSorted().join() === "CAF_MSA,CD",
        "attendu : une autorité, ou CD|CAF_MSA",
      ),
      type_controle: z.enum(ControlKind),
      inopine: z.enum(["oui", "non"]),
      non_conformites: list(finding),
      suites: list(z.enum(["NONE", ...Object.values(FollowUpNature)])),
    })
    .refine(({ mode, etablissement, categorie }) => mode !== CareMode.EAJE || (etablissement && categorie), {
      path: ["etablissement"],
      error: "un contrôle d'EAJE dit l'établissement et sa catégorie",
    })
    .refine(({ departement, date }) => date <= today(departement), {
      path: ["date"],
      error: "un contrôle à venir n'entre pas au registre",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Inspection, {
        id: row.id,
        departmentCode: row.departement,
        year: Number(row.date.slice(0, 4)),
        doneOn: row.date,
        facility: row.etablissement,
        mode: row.mode,
        category: row.categorie,
        authority: row.autorites.length === 2 ? InspectionAuthority.CD_CAF : singleAuthorities[row.autorites[0]!],
        controlKind: row.type_controle,
        unannounced: row.inopine === "oui",
        nonCompliances: Object.fromEntries(row.non_conformites),
        followUps: row.suites.filter((nature) => nature !== "NONE"),
        source: pmiSource(row.departement, "Registre des contrôles", row.date.slice(0, 4)),
      }),
    ),
});
