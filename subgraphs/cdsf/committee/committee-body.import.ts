import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, day, departmentCode, list, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { Theme } from "../../../foundation/programmes/theme.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { BodyKind } from "./body-kind.ts";
import { CommitteeBody } from "./committee-body.entity.ts";
import { CommitteeEvent } from "./committee-event.entity.ts";
import { CommitteeMember } from "./committee-member.entity.ts";
import { Contact } from "./contact.entity.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";
import { Predecessor } from "./predecessor.entity.ts";

/** The hub's own exchange layouts: what a CDSF secretariat sends. */

export const bodies = defineDataset({
  name: "committee-bodies",
  title: "Instances d'un CDSF (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      departement: departmentCode,
      code: text,
      libelle: text,
      categorie: z.enum(BodyKind),
      thematique: orEmpty(z.enum(Theme)).prefault(""),
      pilotes: orEmpty(list(z.enum(Party))).prefault(""),
      nature: optionalText,
      pilotage: optionalText,
      membres: orEmpty(count),
      periodicite: optionalText,
      role: optionalText,
      ...documentColumns,
    })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, CommitteeBody, {
        id: `${row.departement}-${row.code}`,
        committee: row.departement,
        position: row.line,
        name: row.libelle,
        kind: row.categorie,
        theme: row.thematique,
        pilots: row.pilotes,
        printedNature: row.nature,
        printedLeadership: row.pilotage,
        printedMemberCount: row.membres,
        printedFrequency: row.periodicite,
        role: row.role,
        source: documentOr(row.departement, row, cdsfSource(row.departement, "Composition du comité", "2026")),
      }),
    ),
});

/** One line a committee: it tells all of its days. */
export const dates = defineDataset({
  name: "committee-dates",
  title: "Installation et renouvellement d'un CDSF (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({ departement: departmentCode, installe_le: orEmpty(day), renouvele_le: orEmpty(day) })
    .refine(({ installe_le, renouvele_le }) => installe_le === null || renouvele_le === null || installe_le <= renouvele_le, {
      path: ["renouvele_le"],
      error: "le renouvellement précède l'installation",
    }),
  convert: (lines) =>
    lines.map(({ line, departement, installe_le, renouvele_le }) =>
      write(line, FamilyServicesCommittee, { id: departement, installedOn: installe_le, renewedOn: renouvele_le }),
    ),
});

export const members = defineDataset({
  name: "committee-members",
  title: "Membres des instances d'un CDSF, par fonction (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, instance: text, membre: text, qualite: optionalText.prefault("") }),
  convert: (lines) =>
    lines.map(({ line, departement, instance, membre, qualite }) =>
      write(line, CommitteeMember, {
        id: `${departement}-${instance}-${line}`,
        body: `${departement}-${instance}`,
        position: line,
        label: membre,
        capacity: qualite,
      }),
    ),
});

/** A calendar is that of a year; its dates are as printed. */
export const events = defineDataset({
  name: "committee-events",
  title: "Calendrier d'un CDSF : réunions, adoptions, publications (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({ departement: departmentCode, annee: year, date_imprimee: text, evenement: text, ...documentColumns })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, CommitteeEvent, {
        id: `${row.departement}-${row.annee}-${row.line}`,
        committee: row.departement,
        position: row.line,
        printedDate: row.date_imprimee,
        label: row.evenement,
        source: documentOr(row.departement, row, cdsfSource(row.departement, "Calendrier du comité", row.annee)),
      }),
    ),
});

export const predecessors = defineDataset({
  name: "committee-predecessors",
  title: "Instances qu'un CDSF a remplacées (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({ departement: departmentCode, nom: text, de: orEmpty(day).prefault(""), a: orEmpty(day).prefault("") })
    .refine(({ de, a }) => de === null || a === null || de <= a, { path: ["a"], error: "la fin précède le début" }),
  convert: (lines) =>
    lines.map(({ line, departement, nom, de, a }) => write(line, Predecessor, { committee: departement, name: nom, from: de, to: a })),
});

export const contacts = defineDataset({
  name: "committee-contacts",
  title: "Services à qui s'adresser dans un département (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, role: text, service: text }),
  convert: (lines) =>
    lines.map(({ line, departement, role, service }) => write(line, Contact, { committee: departement, role, organisation: service })),
});
