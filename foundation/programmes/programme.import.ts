import type { EntityClass } from "@mikro-orm/core";
import { z } from "zod";
import { type Write, write } from "../imports/dataset.ts";
import { day, list, orEmpty, text } from "../imports/french-values.ts";
import { Party } from "../terms/party.ts";
import { isTerritoryId } from "../territories/territory-id.ts";
import type { Amendment, Programme, Signatory } from "./programme.ts";
import { Theme } from "./theme.ts";

export const territoryIds = list(text.refine(isTerritoryId, "attendu : un échelon et un code, par exemple DEPARTMENT:52"));

/** « CAF », « CAF:Caf de la Haute-Marne », « CAF:Caf de la Haute-Marne:2023-12-11 », « CAF::2023-12-11 ». */
const signatory = text.transform((printed, issue): Signatory => {
  const [party = "", organisation = "", signedOn = "", ...more] = printed.split(":").map((part) => part.trim());
  const read = orEmpty(day).safeParse(signedOn);
  if (Object.hasOwn(Party, party) && read.success && more.length === 0)
    return { party: party as Party, organisation: organisation || null, signedOn: read.data };
  issue.addIssue({
    code: "custom",
    message: `attendu : un organisme, puis s'ils sont connus son nom et son jour, par exemple CAF:Caf de l'Aube:2023-12-11 (${Object.keys(Party).join(", ")})`,
  });
  return z.NEVER;
});

/** « 1:2025-12-15:prolongation d'un an », « 1::prolongation d'un an ». */
const amendment = text.transform((printed, issue): Amendment => {
  const [, number, signedOn = "", label] = /^(\d{1,3}):([^:]*):(.+)$/.exec(printed) ?? [];
  const read = orEmpty(day).safeParse(signedOn);
  if (number && label && read.success) return { number: Number(number), signedOn: read.data, label: label.trim() };
  issue.addIssue({
    code: "custom",
    message: "attendu : un numéro, un jour s'il est connu et un objet, par exemple 1:2025-12-15:prolongation",
  });
  return z.NEVER;
});

/** Columns that each kind of programme has. A cell of signatories or of themes that is empty says nothing of them. */
export const programmeColumns = {
  signataires: orEmpty(list(signatory)).prefault(""),
  thematiques: orEmpty(list(z.enum(Theme))).prefault(""),
  avenants: list(amendment)
    .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, "deux avenants ont le même numéro")
    .prefault(""),
};

interface Cells {
  signataires: Signatory[] | null;
  thematiques: Theme[] | null;
  avenants: Amendment[];
}

/** @param programme its own properties */
export function programmeRow<T extends Programme>(
  line: number,
  entity: EntityClass<T>,
  { signataires, thematiques, avenants }: Cells,
  programme: Partial<Record<Exclude<keyof T, "signatories" | "signedBy" | "themes" | "amendments">, unknown>> & { territoryIds: string[] },
): Write {
  const common = {
    themes: thematiques,
    signatories: signataires,
    signedBy: [...new Set(signataires?.map(({ party }) => party))],
    amendments: avenants.toSorted((a, b) => a.number - b.number),
  };
  return write(line, entity, { ...programme, territoryIds: [...new Set(programme.territoryIds)], ...common } as Partial<
    Record<keyof T, unknown>
  >);
}
