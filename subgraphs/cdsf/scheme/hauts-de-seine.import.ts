import { z } from "zod";
import { defineDataset, sourceOf, type Write, write } from "../../../foundation/imports/dataset.ts";
import { optionalText, text } from "../../../foundation/imports/french-values.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { CommitteeEvent } from "../committee/committee-event.entity.ts";
import { CommitteeMember } from "../committee/committee-member.entity.ts";
import { SchemeDetailKind } from "./scheme-detail.entity.ts";
import { schemeRows } from "./scheme-rows.ts";

/** The SDSF of Hauts-de-Seine 2022-2026, table by table. Which orientation an action belongs to is inferred from its layout. */

const rows = schemeRows("92", 2022);
const source = sourceOf("92", {
  publisher: "CDSF des Hauts-de-Seine",
  dataset: "Schéma départemental des services aux familles 2022-2026",
  printedVintage: "2022",
  licence: null,
});
const axisNames = ["Accès aux services", "Inclusion"];

export const orientations = defineDataset({
  name: "hauts-de-seine-orientations",
  title: "SDSF des Hauts-de-Seine 2022-2026 : axes et orientations",
  secrecy: "published",
  columns: z.object({ axe: z.enum(axisNames as [string, ...string[]]), orientation_no: text, orientation: text }),
  convert: (lines) => {
    const written = new Set<string>();
    return lines.flatMap(({ line, axe, orientation_no, orientation }): Write[] => {
      const number = axisNames.indexOf(axe) + 1;
      const axisRow = written.has(axe) ? [] : [rows.axis(line, number, axe, null)];
      const schemeRow =
        written.size > 0
          ? []
          : [
              rows.scheme(
                line,
                {
                  title: "Schéma départemental des services aux familles des Hauts-de-Seine 2022-2026",
                  endYear: 2026,
                  printedFacts: ["signé pour 5 ans"],
                },
                source,
              ),
            ];
      written.add(axe);
      return [...schemeRow, ...axisRow, rows.objective(line, number, orientation_no, orientation, null)];
    });
  },
});

export const actions = defineDataset({
  name: "hauts-de-seine-actions",
  title: "SDSF des Hauts-de-Seine : actions",
  secrecy: "published",
  columns: z.object({ orientation_no_derive: text, action: text, comite_thematique: optionalText }),
  convert: (lines) =>
    lines.map(({ line, orientation_no_derive, action, comite_thematique }) =>
      rows.action(
        line,
        rows.actionId(action),
        rows.objectiveId(orientation_no_derive),
        action,
        null,
        comite_thematique && `Comité thématique ${comite_thematique}`,
      ),
    ),
});

export const subActions = defineDataset({
  name: "hauts-de-seine-sub-actions",
  title: "SDSF des Hauts-de-Seine : sous-actions",
  secrecy: "published",
  columns: z.object({ action: text, sous_action: text }),
  convert: (lines) =>
    lines.map(({ line, action, sous_action }) => rows.detail(line, SchemeDetailKind.SUB_ACTION, rows.actionId(action), sous_action)),
});

/** The two files spell the thematic committees differently: « Comité thématique Enfance-Jeunesse », « Enfance-jeunesse ». */
const bodyId = (name: string) =>
  `92-${name
    .replace(/^Comité thématique /, "")
    .replace(/.*\(CDSF\)$/, "CDSF")
    .toLowerCase()}`;

export const bodies = defineDataset({
  name: "hauts-de-seine-bodies",
  title: "CDSF des Hauts-de-Seine : instances",
  secrecy: "published",
  columns: z.object({
    instance: text,
    nature: optionalText,
    composition_imprimee: optionalText,
    frequence_imprimee: optionalText,
    role: optionalText,
  }),
  convert: (lines) =>
    lines.map(({ line, instance, nature, composition_imprimee, frequence_imprimee, role }) =>
      write(line, CommitteeBody, {
        id: bodyId(instance),
        committee: "92",
        position: line,
        name: instance,
        nature,
        leadership: composition_imprimee,
        printedMemberCount: Number(/^(\d+) membres/.exec(composition_imprimee ?? "")?.[1]) || null,
        frequency: frequence_imprimee,
        role,
        source,
      }),
    ),
});

export const events = defineDataset({
  name: "hauts-de-seine-events",
  title: "CDSF des Hauts-de-Seine : calendrier de 2022",
  secrecy: "published",
  columns: z.object({ date_imprimee: text, evenement: text }),
  convert: (lines) =>
    lines.map(({ line, date_imprimee, evenement }) =>
      write(line, CommitteeEvent, {
        id: `92-2022-${line}`,
        committee: "92",
        position: line,
        printedDate: date_imprimee,
        label: evenement,
        source,
      }),
    ),
});

export const members = defineDataset({
  name: "hauts-de-seine-members",
  title: "CDSF des Hauts-de-Seine : membres des comités thématiques (organismes)",
  secrecy: "published",
  columns: z.object({ comite: text, role: text, organisme: text }),
  convert: (lines) =>
    lines.map(({ line, comite, role, organisme }) =>
      write(line, CommitteeMember, {
        id: `${bodyId(comite)}-${line}`,
        body: bodyId(comite),
        position: line,
        label: organisme,
        capacity: role,
      }),
    ),
});
