import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, departmentCode, optionalText, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { CommitteeBody } from "./committee-body.entity.ts";
import { CommitteeMember } from "./committee-member.entity.ts";

/** The hub's own exchange layouts: what a CDSF secretariat sends. */

export const bodies = defineDataset({
  name: "committee-bodies",
  title: "Instances d'un CDSF (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    departement: departmentCode,
    code: text,
    libelle: text,
    nature: optionalText,
    pilotage: optionalText,
    membres: orEmpty(count),
    periodicite: optionalText,
    role: optionalText,
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, CommitteeBody, {
        id: `${row.departement}-${row.code}`,
        committee: row.departement,
        position: row.line,
        name: row.libelle,
        nature: row.nature,
        leadership: row.pilotage,
        printedMemberCount: row.membres,
        frequency: row.periodicite,
        role: row.role,
        source: cdsfSource(row.departement, "Composition du comité", "2026"),
      }),
    ),
});

export const members = defineDataset({
  name: "committee-members",
  title: "Membres des instances d'un CDSF, par fonction (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, instance: text, membre: text }),
  convert: (lines) =>
    lines.map(({ line, departement, instance, membre }) =>
      write(line, CommitteeMember, {
        id: `${departement}-${instance}-${line}`,
        body: `${departement}-${instance}`,
        position: line,
        label: membre,
        capacity: null,
      }),
    ),
});
