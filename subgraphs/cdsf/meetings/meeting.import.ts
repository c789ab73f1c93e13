import { z } from "zod";
import { today } from "../../../foundation/day.ts";
import { type Afterwards, defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, day, list, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { Party } from "../../../foundation/party.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { Document } from "../documents/document.entity.ts";
import { unknownReferences } from "../unknown-references.ts";
import { ActionState } from "./action-state.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import { Decision } from "./decision.entity.ts";
import { Meeting } from "./meeting.entity.ts";

/** The hub's own exchange layouts: what a CDSF secretariat sends. A meeting is named by its body and its day. */

const ofMeeting = { instance: text, jour: day };
const rank = count.refine((value) => value > 0, "attendu : un rang, à partir de 1");
const idOf = ({ instance, jour }: { instance: string; jour: string }) => `${instance}-${jour}`;
/** « ZZ-COM-PE » is a body of ZZ's committee. */
const committeeOf = (body: string) => body.split("-")[0]!;

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
    .refine(({ jour, presents }) => presents === null || jour <= today(), {
      path: ["presents"],
      error: "la réunion est à venir : laissez la cellule vide",
    })
    .refine(...wholeDocument),
  afterwards: (writer, { writes }) =>
    unknownReferences(writer, writes, [
      { column: "instance", entity: CommitteeBody, idsOf: ({ body }: Meeting) => [body] },
      { column: "documents", entity: Document, idsOf: ({ documents }: Meeting) => documents },
    ]),
  settled: true,
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

const ofKnownMeetings: Afterwards = (writer, { writes }) =>
  unknownReferences(writer, writes, [
    { column: "jour", entity: Meeting, idsOf: ({ meeting }: AgendaItem | Decision) => [meeting] },
    { column: "documents", entity: Document, idsOf: (row: AgendaItem | Decision) => ("documents" in row ? row.documents : []) },
  ]);

export const agendas = defineDataset({
  name: "meeting-agendas",
  title: "Ordres du jour des réunions d'un CDSF (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...ofMeeting, rang: rank, libelle: text, documents: list(text) }),
  afterwards: ofKnownMeetings,
  settled: true,
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
  columns: z.object({ ...ofMeeting, rang: rank, libelle: text, charge: orEmpty(z.enum(Party)), echeance: orEmpty(day), etat: told }),
  afterwards: ofKnownMeetings,
  settled: true,
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
