import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, frenchDate, optionalText, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { CommitteeMember } from "../committee/committee-member.entity.ts";
import { FamilyServicesCommittee } from "../committee/family-services-committee.entity.ts";
import { SchemeDetailKind } from "./scheme-detail.entity.ts";
import { schemeRows } from "./scheme-rows.ts";

/** The SDSF of Haute-Marne 2016-2019, table by table. */

const rows = schemeRows("52", 2016);
const source = sourceOf("52", {
  publisher: "CDSF de la Haute-Marne",
  dataset: "Schéma départemental des services aux familles 2016-2019",
  printedVintage: "2016",
  licence: null,
});

export const scheme = defineDataset({
  name: "haute-marne-scheme",
  title: "SDSF de la Haute-Marne 2016-2019 : fiche d'identité",
  secrecy: "published",
  columns: z.object({ cle: text, valeur: text }),
  convert: (lines) => {
    const value = (key: string) => lines.find(({ cle }) => cle === key)?.valeur ?? "";
    const first = lines[0];
    if (!first) return [];
    return [
      rows.scheme(
        first.line,
        {
          title: "Schéma départemental des services aux familles de la Haute-Marne 2016-2019",
          endYear: 2019,
          startOn: frenchDate(value("debut")),
          endOn: frenchDate(value("fin")),
          printedFacts: [
            "duree",
            "installation_cdsf",
            "bilan_prefet",
            "bilan_annuel",
            "transmission_cnaf_credits",
            "axes",
            "objectifs",
            "actions",
          ].map((key) => `${key.replaceAll("_", " ")} : ${value(key)}`),
        },
        source,
      ),
      write(first.line, FamilyServicesCommittee, { id: "52", installedOn: frenchDate(value("installation_cdsf")) }),
    ];
  },
});

const axis = z.coerce.number().int().positive();

export const axes = defineDataset({
  name: "haute-marne-axes",
  title: "SDSF de la Haute-Marne : axes",
  secrecy: "published",
  columns: z.object({ axe: axis, libelle: text, calendrier_imprime: optionalText }),
  convert: (lines) => lines.map(({ line, axe, libelle, calendrier_imprime }) => rows.axis(line, axe, libelle, calendrier_imprime)),
});

export const objectives = defineDataset({
  name: "haute-marne-objectives",
  title: "SDSF de la Haute-Marne : objectifs",
  secrecy: "published",
  columns: z.object({ axe: axis, objectif_no_derive: text, libelle: text, calendrier: optionalText }),
  convert: (lines) =>
    lines.map(({ line, axe, objectif_no_derive, libelle, calendrier }) =>
      rows.objective(line, axe, objectif_no_derive, libelle, calendrier),
    ),
});

export const actions = defineDataset({
  name: "haute-marne-actions",
  title: "SDSF de la Haute-Marne : actions",
  secrecy: "published",
  columns: z.object({ axe: axis, objectif_no_derive: text, action_no_imprime: text, libelle: text, calendrier: optionalText }),
  convert: (lines) =>
    lines.map(({ line, axe, objectif_no_derive, action_no_imprime, libelle, calendrier }) =>
      rows.action(line, `52-2016-action-${axe}.${action_no_imprime}`, rows.objectiveId(objectif_no_derive), libelle, calendrier, null),
    ),
});

export const partners = defineDataset({
  name: "haute-marne-partners",
  title: "SDSF de la Haute-Marne : partenaires de chaque axe",
  secrecy: "published",
  columns: z.object({ axe: axis, partenaire: text }),
  convert: (lines) => lines.map(({ line, axe, partenaire }) => rows.detail(line, SchemeDetailKind.PARTNER, rows.axisId(axe), partenaire)),
});

export const means = defineDataset({
  name: "haute-marne-means",
  title: "SDSF de la Haute-Marne : moyens engagés sur chaque axe",
  secrecy: "published",
  columns: z.object({ axe: axis, financeur: text, moyen: text }),
  convert: (lines) =>
    lines.map(({ line, axe, financeur, moyen }) => rows.detail(line, SchemeDetailKind.MEANS, rows.axisId(axe), moyen, financeur)),
});

export const indicators = defineDataset({
  name: "haute-marne-scheme-indicators",
  title: "SDSF de la Haute-Marne : indicateurs de suivi des objectifs",
  secrecy: "published",
  columns: z.object({ axe: axis, objectif_no_derive: text, indicateur_imprime: text }),
  convert: (lines) =>
    lines.map(({ line, objectif_no_derive, indicateur_imprime }) =>
      rows.detail(line, SchemeDetailKind.INDICATOR, rows.objectiveId(objectif_no_derive), indicateur_imprime),
    ),
});

export const bodies = defineDataset({
  name: "haute-marne-bodies",
  title: "CDSF de la Haute-Marne : instances",
  secrecy: "published",
  columns: z.object({
    code: text,
    libelle: text,
    nature: optionalText,
    pilotage: optionalText,
    nb_membres_imprime: orEmpty(count),
    periodicite_imprimee: optionalText,
    role: optionalText,
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, CommitteeBody, {
        id: `52-${row.code}`,
        committee: "52",
        position: row.line,
        name: row.libelle,
        nature: row.nature,
        leadership: row.pilotage,
        printedMemberCount: row.nb_membres_imprime,
        frequency: row.periodicite_imprimee,
        role: row.role,
        source,
      }),
    ),
});

export const members = defineDataset({
  name: "haute-marne-members",
  title: "CDSF de la Haute-Marne : membres des instances (fonctions)",
  secrecy: "published",
  columns: z.object({ instance: text, membre_imprime: text }),
  convert: (lines) =>
    lines.map(({ line, instance, membre_imprime }) =>
      write(line, CommitteeMember, {
        id: `52-${instance}-${line}`,
        body: `52-${instance}`,
        position: line,
        label: membre_imprime,
        capacity: null,
      }),
    ),
});
