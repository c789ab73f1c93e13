import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, text } from "../../../foundation/imports/french-values.ts";
import { pmiSource } from "../pmi-source.ts";
import { authority } from "./authority-codes.ts";
import { ControlKind } from "./inspection-terms.ts";
import { ofKnownFacilities } from "./known-facilities.ts";
import { ScheduledInspection } from "./scheduled-inspection.entity.ts";

/** The hub's own exchange layout: what a département's PMI service sends. */
export const schedule = defineDataset({
  name: "scheduled-inspections",
  secrecy: "register",
  title: "Contrôles à venir (format d'échange du hub)",
  afterwards: ofKnownFacilities,
  columns: z.object({
    id: text,
    departement: departmentCode,
    etablissement: text,
    date: day,
    autorite: authority,
    type_controle: z.enum(ControlKind),
    inopine: z.enum(["oui", "non"]),
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ScheduledInspection, {
        id: row.id,
        departmentCode: row.departement,
        facility: row.etablissement,
        scheduledOn: row.date,
        authority: row.autorite,
        controlKind: row.type_controle,
        unannounced: row.inopine === "oui",
        source: pmiSource(row.departement, "Contrôles à venir", row.date.slice(0, 4)),
      }),
    ),
});
