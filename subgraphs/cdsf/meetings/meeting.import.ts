import type { EntityClass } from "@mikro-orm/core";
import { z } from "zod";
import { addMonths, today } from "../../../foundation/day.ts";
import { type Afterwards, defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, day, list, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { Document } from "../documents/document.entity.ts";
import { unknownReferences } from "../../../foundation/imports/checks/unknown-references.ts";
import { committeeOf } from "./committee-of.ts";
import { ActionState } from "../../../foundation/programmes/action-state.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import { Decision } from "./decision.entity.ts";
import { Meeting } from "./meeting.entity.ts";

/** The hub's own exchange layouts: what a CDSF secretariat sends. A meeting is named by its body and its day. */

/** A calendar is made for the next years. */
const meetingDay = day.refine(
  (each) => each >= "1980-01-01" && each <= addMonths(today(), 36),
  "attendu : un jour depuis 1980, dans trois ans au plus",
);
const ofMeeting = { instance: text, jour: meetingDay };
const rank = count.refine((value) => value > 0, "attendu : un rang, à partir de 1");
const idOf = ({ instance, jour }: { instance: string; jour: string }) => `${instance}-${jour}`;

export const meetings = defineDataset({
  name: "meetings",
  title: "Réunions des instances d'un CDSF (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({ ...ofMeeting, presents: orEmpty(count), convoques: orEmpty(count), documents: list(text), ...documentColumns })
    .refine(({ presents, convoques }) => presents === null || convoques === null || presents <= convoques, {
      path: ["presents"],
      error: "plus de présents que de convoqués",
    })
    .refine(({ instance, jour, presents }) => presents === null || jour <= today(committeeOf(instance)), {
      path: ["presents"],
      error: "la réunion est à venir : laissez la cellule vide",
    })
    .refine(...wholeDocument),
  afterwards: (writer, { writes }) =>
    unknownReferences(writer, writes, [
      { column: "instance", entity: CommitteeBody, idsOf: ({ body }: Meeting) => [body] },
      { column: "documents", entity: Document, idsOf: ({ documents }: Meeting) => documents },
    ]),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Meeting, {
        id: idOf(row),
        committee: committeeOf(row.instance),
        body: row.instance,
        on: row.jour,
        rank: `${row.jour} ${idOf(row)}`,
        present: row.presents,
        invited: row.convoques,
        documents: row.documents,
        source: documentOr(
          committeeOf(row.instance),
          row,
          cdsfSource(committeeOf(row.instance), "Réunions du comité", row.jour.slice(0, 4)),
        ),
      }),
    ),
});

/** A meeting's agenda, or its decisions, are sent whole: what its last file does not have is gone. */
const ofKnownMeetings =
  (entity: EntityClass<AgendaItem> | EntityClass<Decision>): Afterwards =>
  async (writer, { writes }) => {
    const { names, sql } = writer;
    const rows = writes.map(({ values }) => values as AgendaItem | Decision);
    const meeting = `t.${names.column(entity, "meeting")}`;
    await sql(
      `delete from ${names.table(entity)} t where ${meeting} = any($1::text[])
         and not exists (select from unnest($1::text[], $2::int[]) n(meeting, position) where (n.meeting, n.position) = (${meeting}, t.position))`,
      [rows.map((row) => row.meeting), rows.map(({ position }) => position)],
    );
    return unknownReferences(writer, writes, [
      { column: "jour", entity: Meeting, idsOf: (row: AgendaItem | Decision) => [row.meeting] },
      { column: "documents", entity: Document, idsOf: (row: AgendaItem | Decision) => ("documents" in row ? row.documents : []) },
    ]);
  };

export const agendas = defineDataset({
  name: "meeting-agendas",
  title: "Ordres du jour des réunions d'un CDSF (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...ofMeeting, rang: rank, libelle: text, documents: list(text) }),
  afterwards: ofKnownMeetings(AgendaItem),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, AgendaItem, { meeting: idOf(row), position: row.rang, label: row.libelle, documents: row.documents }),
    ),
});

/** Whether it is late is computed: nobody tells it. */
const told = z.enum(ActionState).exclude([ActionState.LATE]);

export const decisions = defineDataset({
  name: "meeting-decisions",
  title: "Décisions des réunions d'un CDSF, et ce qu'elles sont devenues (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({ ...ofMeeting, rang: rank, libelle: text, charge: orEmpty(z.enum(Party)), echeance: orEmpty(day), etat: told })
    .refine(({ instance, jour }) => jour <= today(committeeOf(instance)), {
      path: ["jour"],
      error: "la réunion est à venir : elle n'a rien décidé",
    })
    .refine(({ jour, echeance }) => echeance === null || echeance >= jour, { path: ["echeance"], error: "l'échéance précède la réunion" }),
  afterwards: ofKnownMeetings(Decision),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Decision, {
        meeting: idOf(row),
        position: row.rang,
        label: row.libelle,
        owner: row.charge,
        dueOn: row.echeance,
        told: row.etat,
      }),
    ),
});
