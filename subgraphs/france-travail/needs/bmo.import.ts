import { z } from "zod";
import { defineDataset, sourceOf, type Write, write } from "../../../foundation/imports/dataset.ts";
import { countOrSecret, departmentCode, text, year } from "../../../foundation/imports/french-values.ts";
import { Occupation } from "../occupations/occupation.entity.ts";
import { recordChildcareProjects } from "./childcare-projects.ts";
import { SurveyLine } from "./survey-line.entity.ts";

const basinCode = z
  .string("colonne absente : elle porte l'année de la ligne")
  .regex(/^(\d{3,4}|ZZ\d{2})$/, "attendu : un code de bassin d'emploi (3 ou 4 chiffres)");

const regionCode = z.string().regex(/^(\d{2}|ZZ)$/, "attendu : un code de région (2 chiffres)");

const basinName = z.string("colonne absente : elle porte l'année de la ligne").trim().min(1, "cellule vide");

/** The basin's columns are named after the year of the line: BE25 and NOMBE25 in 2025. */
const basinColumns = (annee: number) => [`BE${annee % 100}`, `NOMBE${annee % 100}`] as const;
const basinCells = [basinCode, basinName] as const;

/** Its code, once it is checked. */
const basinOf = (row: { annee: number; [column: string]: unknown }) => row[basinColumns(row.annee)[0]] as string;

/** Some of the projects are no more than all of them. */
const isWithinProjects = (part: "xmet" | "smet") => (row: { met: number | null } & Partial<Record<"xmet" | "smet", number | null>>) =>
  row.met === null || (row[part] ?? 0) <= row.met;

export const bmo = defineDataset({
  name: "bmo",
  title: "Enquête Besoins en main-d'œuvre de France Travail, par métier et bassin d'emploi (toutes les années depuis 2023)",
  secrecy: "published",
  afterwards: recordChildcareProjects,
  settled: true,
  columns: z
    .looseObject({
      annee: year,
      "Code métier BMO": z.string().regex(/^[A-Z][A-Z\d]{4}$/, "attendu : un code métier BMO (par exemple T2B60)"),
      "Nom métier BMO": text,
      Famille_met: text,
      Lbl_fam_met: text,
      REG: regionCode,
      Dept: departmentCode,
      met: countOrSecret,
      xmet: countOrSecret,
      smet: countOrSecret,
    })
    .refine(isWithinProjects("xmet"), { path: ["xmet"], error: "plus de projets difficiles que de projets" })
    .refine(isWithinProjects("smet"), { path: ["smet"], error: "plus de projets saisonniers que de projets" })
    .superRefine((row, issue) => {
      for (const [index, column] of basinColumns(row.annee).entries())
        for (const { message } of basinCells[index]!.safeParse(row[column]).error?.issues ?? [])
          issue.addIssue({ code: "custom", path: [column], message });
    }),
  whole: true,
  convert: function* (lines): Generator<Write> {
    // A file has hundreds of thousands of lines of twenty cells: none is copied.
    const seen = new Set<string>();
    const isNew = (key: string) => !seen.has(key) && seen.add(key);
    for (const row of lines) {
      const { line, annee, REG, Dept, met, xmet, smet, "Code métier BMO": fap } = row;
      if (isNew(fap))
        yield write(line, Occupation, { fap, label: row["Nom métier BMO"], familyCode: row.Famille_met, family: row.Lbl_fam_met });
      yield write(line, SurveyLine, {
        year: annee,
        occupation: fap,
        employmentBasin: basinOf(row),
        department: Dept,
        region: REG,
        projects: met,
        difficult: xmet,
        seasonal: smet,
        source: sourceOf(Dept, {
          publisher: "France Travail",
          dataset: "Enquête Besoins en main-d'œuvre (BMO)",
          printedVintage: String(annee),
          licence: null,
        }),
      });
    }
  },
});
