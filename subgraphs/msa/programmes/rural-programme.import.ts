import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import {
  communeCode,
  count,
  day,
  decimal,
  departmentCode,
  optionalText,
  orEmpty,
  siren,
  text,
} from "../../../foundation/imports/french-values.ts";
import { programmeColumns, programmeRow } from "../../../foundation/programmes/programme.import.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { type PlannedLine, RuralProgramme, RuralProgrammeKind } from "./rural-programme.entity.ts";

const codes = {
  [TerritoryLevel.COMMUNE]: communeCode,
  [TerritoryLevel.EPCI]: siren,
  [TerritoryLevel.DEPARTMENT]: departmentCode,
} as const;

const budgetLine = z.tuple([text, orEmpty(count), orEmpty(decimal)]);

/** Reads `petite enfance:3:45000|parentalité:2:12000`: label, projects, amount in euros; a number may be left empty. */
const budgetLines = z.string().transform((printed, issue): PlannedLine[] => {
  const read = printed
    .split("|")
    .filter((part) => part.trim())
    .map((part) => budgetLine.safeParse(part.split(":")));
  if (read.every(({ success }) => success)) return read.map(({ data }) => ({ label: data![0], projects: data![1], amount: data![2] }));
  issue.addIssue({
    code: "custom",
    message: "attendu : libellé:projets:montant, séparés par | (par exemple petite enfance:3:45000|parentalité:2:12000)",
  });
  return z.NEVER;
});

export const programmes = defineDataset({
  name: "rural-programmes",
  title: "Programmes ruraux de la MSA : Grandir en milieu rural, chartes « Avec les familles » (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: text,
      type: z.enum(RuralProgrammeKind),
      nom: text,
      caisse: text,
      niveau: z.enum([TerritoryLevel.COMMUNE, TerritoryLevel.EPCI, TerritoryLevel.DEPARTMENT]),
      territoire: text,
      departement: departmentCode,
      debut: day,
      fin: orEmpty(day),
      signe_le: orEmpty(day).prefault(""),
      budget: orEmpty(decimal),
      convention: optionalText,
      rubriques: budgetLines,
      ...programmeColumns,
    })
    .refine(({ niveau, territoire }) => codes[niveau].safeParse(territoire).success, {
      path: ["territoire"],
      error: "attendu : le code du territoire de ce niveau (SIREN d'un EPCI, code Insee d'une commune, code d'un département)",
    })
    .refine(({ debut, fin }) => fin === null || debut <= fin, { path: ["fin"], error: "la fin précède le début" }),
  convert: (lines) =>
    lines.map((row) => {
      const territory = territoryId(row.niveau, row.territoire);
      const programme = {
        id: row.id,
        kind: row.type,
        title: row.nom,
        msaFund: row.caisse,
        territory,
        territoryIds: [territory],
        department: row.departement,
        startOn: row.debut,
        endOn: row.fin,
        adoptedOn: row.signe_le,
        budget: row.budget,
        agreement: row.convention,
        lines: row.rubriques,
        source: sourceOf(row.departement, {
          publisher: row.caisse,
          dataset: "Programmes ruraux de la MSA, transmission directe au hub",
          printedVintage: row.debut.slice(0, 4),
          licence: "Licence Ouverte 2.0",
        }),
      };
      return programmeRow(row.line, RuralProgramme, row, programme);
    }),
});
