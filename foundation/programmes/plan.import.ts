import type { EntityClass } from "@mikro-orm/core";
import { z } from "zod";
import { type Afterwards, type Dataset, defineDataset, type Rejection, write } from "../imports/dataset.ts";
import { day, optionalText, orEmpty, text } from "../imports/french-values.ts";
import { slug } from "../imports/slug.ts";
import { today } from "../day.ts";
import { Party } from "../terms/party.ts";
import { Action } from "./action.entity.ts";
import { ActionProgress } from "./action-progress.entity.ts";
import { ActionState } from "./action-state.ts";
import { Axis } from "./axis.entity.ts";
import { Detail, DetailKind } from "./detail.entity.ts";
import { Objective } from "./objective.entity.ts";

/** The hub's own exchange layouts: the plan of action of any programme, which is named by its id. */

const number = z.coerce.number("attendu : un numéro, à partir de 1").int().positive();
const ofPlan = { programme: text, axe: number };
const ofAction = { ...ofPlan, objectif: optionalText, action: optionalText };
const party = orEmpty(z.enum(Party)).prefault("");

const axisId = ({ programme, axe }: { programme: string; axe: number }) => `${programme}-axe-${axe}`;
const objectiveId = (programme: string, code: string) => `${programme}-objectif-${code}`;

interface OfAction {
  programme: string;
  axe: number;
  action: string | null;
}

/** An action is known by its number or, where the document gives none, by its label. */
const actionId = ({ programme, axe, action }: OfAction, label: string) =>
  action === null ? `${axisId({ programme, axe })}-action-${slug(label)}` : `${programme}-action-${axe}.${action}`;

const parentOf = (row: { programme: string; axe: number; objectif: string | null }) =>
  row.objectif === null ? axisId(row) : objectiveId(row.programme, row.objectif);

const axes = defineDataset({
  name: "plan-axes",
  title: "Axes d'un plan d'action (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...ofPlan, libelle: text, calendrier: optionalText }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Axis, {
        id: axisId(row),
        programme: row.programme,
        number: row.axe,
        label: row.libelle,
        printedCalendar: row.calendrier,
      }),
    ),
});

const objectives = defineDataset({
  name: "plan-objectives",
  title: "Objectifs d'un plan d'action (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...ofPlan, objectif: text, libelle: text, calendrier: optionalText }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Objective, {
        id: objectiveId(row.programme, row.objectif),
        programme: row.programme,
        axis: axisId(row),
        position: row.line,
        code: row.objectif,
        label: row.libelle,
        printedCalendar: row.calendrier,
      }),
    ),
});

const actions = defineDataset({
  name: "plan-actions",
  title: "Actions d'un plan d'action (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      ...ofAction,
      libelle: text,
      debut: orEmpty(day).prefault(""),
      fin: orEmpty(day).prefault(""),
      calendrier: optionalText,
      pilote: party,
      pilote_imprime: optionalText.prefault(""),
    })
    .refine(({ debut, fin }) => !debut || !fin || debut <= fin, { path: ["fin"], error: "la fin précède le début" }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Action, {
        id: actionId(row, row.libelle),
        programme: row.programme,
        parent: parentOf(row),
        position: row.line,
        label: row.libelle,
        pilot: row.pilote,
        printedPilot: row.pilote_imprime,
        startOn: row.debut,
        endOn: row.fin,
        printedCalendar: row.calendrier,
      }),
    ),
});

/** One line is a detail of what it names last: an axis, an objective of it, or an action. */
const details = defineDataset({
  name: "plan-details",
  title: "Partenaires, moyens, indicateurs, étapes et priorités d'un plan d'action (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      ...ofAction,
      libelle_action: optionalText,
      nature: z.enum(DetailKind),
      libelle: text,
      organisme: party,
      indicateur: optionalText.prefault(""),
    })
    .refine(({ nature, indicateur }) => indicateur === null || nature === DetailKind.INDICATOR, {
      path: ["indicateur"],
      error: "seul un indicateur de suivi a un code d'indicateur",
    }),
  convert: (lines) =>
    lines.map((row) => {
      const isOfAction = row.action !== null || row.libelle_action !== null;
      const parent = isOfAction ? actionId(row, row.libelle_action ?? "") : parentOf(row);
      return write(row.line, Detail, {
        id: `${parent}-${row.nature}-${row.line}`,
        programme: row.programme,
        parent,
        position: row.line,
        kind: row.nature,
        label: row.libelle,
        party: row.organisme,
        indicator: row.indicateur,
      });
    }),
});

const told = Object.values(ActionState).filter((state) => state !== ActionState.LATE);

const progress = defineDataset({
  name: "plan-progress",
  title: "Avancement des actions d'un plan (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    ...ofPlan,
    action: optionalText,
    libelle_action: optionalText,
    le: day.refine((on) => on <= today(), "ce jour est à venir"),
    etat: z.enum(told as [ActionState, ...ActionState[]], { error: `attendu : ${told.join(", ")} ; le retard se calcule` }),
    par: optionalText.prefault(""),
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ActionProgress, {
        action: actionId(row, row.libelle_action ?? ""),
        on: row.le,
        programme: row.programme,
        state: row.etat,
        by: row.par,
      }),
    ),
});

/** What a line hangs on is known: a programme of these tables, and where it names one, what is above it in the plan. */
const knownAmong =
  (programmes: readonly EntityClass<{ id: string }>[]) =>
  (column: "axe" | "objectif" | "action" | "programme"): Afterwards =>
  async ({ names, sql }, { writes }) => {
    const rows = writes.map(({ line, values }) => {
      const { programme, axis, parent, action } = values as { programme: string; axis?: string; parent?: string; action?: string };
      return { line, programme, on: axis ?? parent ?? action ?? null };
    });
    const among = (tables: readonly EntityClass<{ id: string }>[], id: string) =>
      tables.map((entity) => `exists (select from ${names.table(entity)} t where t.id = ${id})`).join(" or ");
    const missing = await sql<{ line: number; programme: string | null; on: string | null }>(
      `select k.line, case when not (${among(programmes, "k.programme")}) then k.programme end as programme,
              case when not (${among([Axis, Objective, Action], "k.above")}) then k.above end as "on"
       from unnest($1::int[], $2::text[], $3::text[]) k(line, programme, above)`,
      [rows.map(({ line }) => line), rows.map(({ programme }) => programme), rows.map(({ on }) => on)],
    );
    const reason = "le hub ne connaît pas cet identifiant : importez d'abord ce qu'il désigne";
    return missing.flatMap(({ line, programme, on }): Rejection[] => {
      if (programme !== null) return [{ line, column: "programme", value: programme, reason }];
      return on === null ? [] : [{ line, column, value: on, reason }];
    });
  };

/** A file tells the whole of a programme's axes, objectives or actions, and of its details of a kind: what it names no more is gone. What was said of progress stays. */
const onlyWhatIsTold: Afterwards = async ({ names, sql }, { writes }) => {
  for (const entity of [Axis, Objective, Action, Detail] as EntityClass<{ id: string; programme: string }>[]) {
    const told = writes.filter((write) => write.entity === (entity as unknown)).map(({ values }) => values as Detail);
    if (told.length === 0) continue;
    const ofKind = entity === (Detail as unknown) ? "and t.kind = k.kind" : "";
    await sql(
      `delete from ${names.table(entity)} t using (select distinct programme, kind from unnest($1::text[], $2::text[]) k(programme, kind)) k
       where t.programme = k.programme ${ofKind} and not t.id = any ($3::text[])`,
      [told.map(({ programme }) => programme), told.map(({ kind }) => kind ?? null), told.map(({ id }) => id)],
    );
  }
  return [];
};

/** The datasets of a subgraph. @param programmes its tables of programmes */
export function planDatasets(...programmes: EntityClass<{ id: string }>[]): Dataset[] {
  const known = knownAmong(programmes);
  const hangsOn = (dataset: Dataset, column: Parameters<typeof known>[0]): Dataset => ({
    ...dataset,
    afterwards: async (writer, written) => [...(await onlyWhatIsTold(writer, written)), ...(await known(column)(writer, written))],
  });
  return [
    hangsOn(axes, "programme"),
    hangsOn(objectives, "axe"),
    hangsOn(actions, "objectif"),
    hangsOn(details, "action"),
    hangsOn(progress, "action"),
  ];
}
