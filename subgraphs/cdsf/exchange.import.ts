import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../foundation/imports/dataset.ts";
import { count, day, decimal, departmentCode, optionalText, orEmpty, text, year } from "../../foundation/imports/french-values.ts";
import { CommitteeBody } from "./committee/committee-body.entity.ts";
import { CommitteeMember } from "./committee/committee-member.entity.ts";
import { Milestone } from "./deadlines/milestone.entity.ts";
import { IndicatorTarget } from "./indicators/indicator-target.entity.ts";
import { hasTrajectory } from "./indicators/target-trajectory.ts";
import { schemeRows } from "./scheme/scheme-rows.ts";

/** The hub's own exchange layouts: what a CDSF secretariat sends. */

const source = (department: string, dataset: string, vintage: string | number) =>
  sourceOf(department, {
    publisher: `CDSF du département ${department}`,
    dataset,
    vintage: String(vintage),
    licence: "Licence Ouverte 2.0",
  });
const axis = z.coerce.number().int().positive();

export const targets = defineDataset({
  name: "targets",
  title: "Cibles des indicateurs (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      departement: departmentCode,
      indicateur: text,
      horizon: year.or(z.coerce.number().int().min(2024).max(2040)),
      valeur: decimal,
      annee_depart: year,
      valeur_depart: decimal,
      fixe_le: orEmpty(day),
    })
    .refine(({ horizon, annee_depart }) => hasTrajectory({ horizon, baselineYear: annee_depart }), {
      path: ["horizon"],
      error: "l'horizon doit suivre l'année de départ",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, IndicatorTarget, {
        id: `${row.departement}-${row.indicateur}`,
        department: row.departement,
        definition: row.indicateur,
        horizon: row.horizon,
        value: row.valeur,
        baselineYear: row.annee_depart,
        baselineValue: row.valeur_depart,
        setOn: row.fixe_le,
        source: source(row.departement, "Cibles du schéma départemental", row.annee_depart),
      }),
    ),
});

export const milestones = defineDataset({
  name: "milestones",
  title: "Échéances tenues ou non par un département (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, echeance: text, annee: year, fait_le: orEmpty(day), transmis_a: optionalText }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Milestone, {
        department: row.departement,
        rule: row.echeance,
        year: row.annee,
        doneOn: row.fait_le,
        sentTo: row.transmis_a,
        source: source(row.departement, "Suivi des échéances", row.annee),
      }),
    ),
});

export const scheme = defineDataset({
  name: "scheme",
  title: "Schéma départemental des services aux familles (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, debut: day, fin: day, adopte_le: orEmpty(day), transmis_le: orEmpty(day), titre: text }),
  convert: (lines) =>
    lines.map((row) =>
      schemeRows(row.departement, Number(row.debut.slice(0, 4))).scheme(
        row.line,
        {
          title: row.titre,
          endYear: Number(row.fin.slice(0, 4)),
          startOn: row.debut,
          endOn: row.fin,
          adoptedOn: row.adopte_le,
          transmittedOn: row.transmis_le,
        },
        source(row.departement, "Schéma départemental des services aux familles", row.debut.slice(0, 4)),
      ),
    ),
});

const inScheme = { departement: departmentCode, debut: year };

export const axes = defineDataset({
  name: "scheme-axes",
  title: "Axes d'un schéma (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...inScheme, axe: axis, libelle: text, calendrier: optionalText }),
  convert: (lines) => lines.map((row) => schemeRows(row.departement, row.debut).axis(row.line, row.axe, row.libelle, row.calendrier)),
});

export const objectives = defineDataset({
  name: "scheme-objectives",
  title: "Objectifs d'un schéma (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...inScheme, axe: axis, objectif: text, libelle: text, calendrier: optionalText }),
  convert: (lines) =>
    lines.map((row) => schemeRows(row.departement, row.debut).objective(row.line, row.axe, row.objectif, row.libelle, row.calendrier)),
});

export const actions = defineDataset({
  name: "scheme-actions",
  title: "Actions d'un schéma (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    ...inScheme,
    axe: axis,
    objectif: text,
    action: text,
    libelle: text,
    calendrier: optionalText,
    pilote: optionalText,
  }),
  convert: (lines) =>
    lines.map((row) => {
      const rows = schemeRows(row.departement, row.debut);
      const id = `${row.departement}-${row.debut}-action-${row.axe}.${row.action}`;
      return rows.action(row.line, id, rows.objectiveId(row.objectif), row.libelle, row.calendrier, row.pilote);
    }),
});

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
        source: source(row.departement, "Composition du comité", "2026"),
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
