import { z } from "zod";
import { today } from "../../../foundation/day.ts";
import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, count, day, departmentCode, list, optionalText, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { ownId } from "../../../foundation/imports/checks/own-id.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { unknownReferences } from "../../../foundation/imports/checks/unknown-references.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { authorityId } from "../authorities/authority-id.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { Meeting } from "../meetings/meeting.entity.ts";
import { Project } from "./project.entity.ts";
import { isOpinionAsked, opinionSince } from "./opinion-outcome.ts";
import { DecisionKind, OpinionGround, OpinionOutcome, ProjectKind, ProjectStage } from "./project-terms.ts";

const given = [OpinionOutcome.FAVOURABLE, OpinionOutcome.UNFAVOURABLE] as const;

/** The hub's own exchange layout: one line a project, sent again whole where it changes. */
export const projects = defineDataset({
  name: "projects",
  title: "Projets d'établissements : dépôt, avis de l'autorité organisatrice, décision (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: text,
      departement: departmentCode,
      commune: communeCode,
      type: z.enum(ProjectKind),
      etape: z.enum(ProjectStage),
      categorie: orEmpty(z.enum(FacilityCategory)),
      places: orEmpty(count),
      depose_le: orEmpty(day),
      autorite: orEmpty(authorityId),
      avis_le: orEmpty(day),
      avis: orEmpty(z.enum(given, { error: `attendu : ${given.join(", ")} ; l'avis tacite se calcule` })),
      motifs: list(z.enum(OpinionGround)),
      decision: orEmpty(z.enum(DecisionKind)),
      decision_le: orEmpty(day),
      etablissement: optionalText,
      reunions: list(text),
      ...documentColumns,
    })
    .refine(...ownId)
    .refine(({ departement, commune }) => departmentOfCommune(commune) === departement, {
      path: ["commune"],
      error: "cette commune n'est pas du département de la ligne",
    })
    .refine(({ depose_le, etape }) => depose_le !== null || etape === ProjectStage.ANNOUNCED || etape === ProjectStage.DROPPED, {
      path: ["depose_le"],
      error: "cellule vide : seul un projet annoncé ou abandonné n'a pas de jour de dépôt",
    })
    .refine(({ depose_le }) => depose_le === null || depose_le <= today(), { path: ["depose_le"], error: "ce jour est à venir" })
    .refine(({ autorite, type, depose_le }) => autorite === null || (isOpinionAsked(type) && (depose_le ?? opinionSince) >= opinionSince), {
      path: ["autorite"],
      error: "un avis est demandé sur une création, une extension ou une transformation, depuis le 1er janvier 2025",
    })
    .refine(({ avis, avis_le, autorite }) => (avis === null) === (avis_le === null) && (avis === null || autorite !== null), {
      path: ["avis"],
      error: "un avis a un jour et une autorité : remplissez les trois cellules, ou laissez avis et avis_le vides",
    })
    .refine(({ avis, depose_le, autorite }) => avis !== null || autorite === null || depose_le !== null, {
      path: ["depose_le"],
      error: "cellule vide : l'avis est attendu quatre mois après le dépôt, dites quel jour",
    })
    .refine(({ motifs, avis }) => motifs.length === 0 || avis !== null, { path: ["motifs"], error: "des motifs vont avec un avis rendu" })
    .refine(({ decision, decision_le }) => (decision === null) === (decision_le === null), {
      path: ["decision"],
      error: "une décision a un jour : les deux cellules vont ensemble",
    })
    .refine(...wholeDocument),
  afterwards: (writer, { writes }) =>
    unknownReferences(writer, writes, [{ column: "reunions", entity: Meeting, idsOf: ({ meetingIds }: Project) => meetingIds }]),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Project, {
        id: row.id,
        department: row.departement,
        territoryId: territoryId(TerritoryLevel.COMMUNE, row.commune),
        kind: row.type,
        stage: row.etape,
        category: row.categorie,
        places: row.places,
        submittedOn: row.depose_le,
        authority: row.autorite,
        opinionOn: row.avis_le,
        opinionGiven: row.avis,
        grounds: row.motifs,
        decisionKind: row.decision,
        decidedOn: row.decision_le,
        facilityId: row.etablissement,
        meetingIds: row.reunions,
        source: documentOr(
          row.departement,
          row,
          cdsfSource(row.departement, "Projets d'établissements", row.depose_le?.slice(0, 4) ?? "sans date"),
        ),
      }),
    ),
});
