import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { departmentCode, text } from "../../../foundation/imports/french-values.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";

const noCommittee: Record<string, string> = {
  com: "collectivité d'outre-mer : pas de CDSF",
  drees: "territoire statistique de la Drees : pas de CDSF",
};

export const committees = defineDataset({
  name: "committees",
  title: "Départements dotés d'un CDSF",
  secrecy: "published",
  columns: z.object({ code: departmentCode, nom: text, zone: text }),
  ignored: ({ zone }) => noCommittee[zone ?? ""] ?? null,
  convert: (lines) => lines.map(({ line, code }) => write(line, FamilyServicesCommittee, { id: code })),
});
