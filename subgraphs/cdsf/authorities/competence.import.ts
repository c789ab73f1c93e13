import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, day, orEmpty } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { withoutOverlaps } from "../../../foundation/imports/checks/overlaps.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { isTerritoryId, parseTerritoryId, territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { authorityId } from "./authority-id.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { Competence } from "./competence.entity.ts";
import { ObligationCode } from "./obligation.ts";

const codes = [ObligationCode.IDENTIFY_NEEDS, ObligationCode.INFORM, ObligationCode.PLAN, ObligationCode.SUPPORT_QUALITY] as const;

/** The hub's own exchange layout: who exercises the competences of a commune, as the secretariat knows it. */
export const competences = defineDataset({
  name: "competences",
  title: "Compétences des autorités organisatrices de l'accueil du jeune enfant (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      commune: communeCode,
      competence: z.enum(codes),
      exercee_par: authorityId,
      depuis: day,
      jusqu_au: orEmpty(day).prefault(""),
      ...documentColumns,
    })
    .refine(({ depuis, jusqu_au }) => jusqu_au === null || depuis <= jusqu_au, { path: ["jusqu_au"], error: "la fin précède le début" })
    .refine(
      ({ commune, exercee_par }) => {
        const holder = isTerritoryId(exercee_par) ? parseTerritoryId(exercee_par) : null;
        return holder?.level !== TerritoryLevel.COMMUNE || holder.code === commune;
      },
      {
        path: ["exercee_par"],
        error: "une commune n'exerce pas les compétences d'une autre : attendu la commune de la ligne, ou une intercommunalité",
      },
    )
    .refine(...wholeDocument),
  afterwards: withoutOverlaps(Competence, ["commune", "code"]),
  convert: (lines) =>
    lines.map((row) => {
      const department = departmentOfCommune(row.commune);
      return write(row.line, Competence, {
        commune: territoryId(TerritoryLevel.COMMUNE, row.commune),
        code: row.competence,
        since: row.depuis,
        until: row.jusqu_au,
        holder: row.exercee_par,
        source: documentOr(
          department,
          row,
          cdsfSource(department, "Compétences des autorités organisatrices", "à la réception du fichier"),
        ),
      });
    }),
});
