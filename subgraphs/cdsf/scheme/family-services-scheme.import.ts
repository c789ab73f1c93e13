import { z } from "zod";
import { defineDataset } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, list, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { programmeColumns, programmeRow } from "../../../foundation/programmes/programme.import.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

/** A document may give no more than the year. */
const dayOrYear = z.union([day, year.transform(String)], { error: "attendu : une date (2024-01-01), ou une année" });
/** A scheme ends years from now. */
const endDayOrYear = z.union([day, text.regex(/^(19|20)\d{2}$/)], { error: "attendu : une date (2029-12-31), ou une année" });
const yearOf = (printed: string) => Number(printed.slice(0, 4));
const dayIn = (printed: string) => (printed.length > 4 ? printed : null);

/** The hub's own exchange layout: what a CDSF secretariat sends. */
export const schemes = defineDataset({
  name: "schemes",
  title: "Schémas départementaux des services aux familles (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      departements: list(departmentCode)
        .transform((codes) => [...new Set(codes)].toSorted())
        .refine(({ length }) => length === 1 || length === 2, "attendu : un département, ou deux qui ont un schéma commun"),
      debut: dayOrYear,
      fin: endDayOrYear,
      adopte_le: orEmpty(day),
      transmis_le: orEmpty(day),
      titre: text,
      imprime: list(text).prefault(""),
      ...programmeColumns,
      ...documentColumns,
    })
    .refine(({ debut, fin }) => fin.slice(0, 4) >= debut.slice(0, 4) && (fin.length + debut.length < 20 || fin >= debut), {
      path: ["fin"],
      error: "la fin précède le début",
    })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) => {
      const [department] = row.departements as [string];
      return programmeRow(row.line, FamilyServicesScheme, row, {
        id: `${department}-${yearOf(row.debut)}`,
        territoryIds: row.departements.map((code) => territoryId(TerritoryLevel.DEPARTMENT, code)),
        title: row.titre,
        startYear: yearOf(row.debut),
        endYear: yearOf(row.fin),
        startOn: dayIn(row.debut),
        endOn: dayIn(row.fin),
        firstDay: dayIn(row.debut) ?? `${yearOf(row.debut)}-01-01`,
        lastDay: dayIn(row.fin) ?? `${yearOf(row.fin)}-12-31`,
        adoptedOn: row.adopte_le,
        transmittedOn: row.transmis_le,
        printed: row.imprime,
        source: documentOr(department, row, cdsfSource(department, "Schéma départemental des services aux familles", yearOf(row.debut))),
      });
    }),
});
