import { z } from "zod";
import { today } from "../../../foundation/day.ts";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { day, list, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { Party } from "../../../foundation/party.ts";
import { isTerritoryId, parseTerritoryId } from "../../../foundation/territories/territory-id.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { itemCodes } from "./content-item.ts";
import { Document } from "./document.entity.ts";
import { DocumentKind } from "./document-kind.ts";
import { DocumentSubject } from "./document-subject.entity.ts";
import { knownReferences } from "./known-references.ts";

const territory = text.refine(isTerritoryId, "attendu : un échelon et un code, par exemple DEPARTMENT:52");

/** « MINISTER 2026-01-30 ». */
const sending = text.transform((printed, issue) => {
  const [to = "", on = "", ...more] = printed.split(/\s+/);
  const read = day.safeParse(on);
  if (Object.hasOwn(Party, to) && read.success && more.length === 0) return { to: to as Party, on: read.data };
  issue.addIssue({ code: "custom", message: "attendu : un destinataire et un jour, par exemple MINISTER 2026-01-30" });
  return z.NEVER;
});

/** « INSPECTION_REVIEW:oui ». */
const item = text.transform((printed, issue): [code: string, isPresent: boolean] => {
  const [, code, said] = /^([A-Z_]+)\s*:\s*(oui|non)$/.exec(printed) ?? [];
  if (code && said) return [code, said === "oui"];
  issue.addIssue({ code: "custom", message: "attendu : un code d'élément, puis oui ou non, par exemple INSPECTION_REVIEW:oui" });
  return z.NEVER;
});

const web = z.url({ protocol: /^https?$/, error: "attendu : une adresse qui commence par https://" });
const sha256 = text.regex(/^[0-9a-f]{64}$/, "attendu : 64 signes de 0 à 9 et de a à f (SHA-256)");

/** The hub's own exchange layout: what a CDSF secretariat sends. One line a document, sent again whole where it changes. */
export const documents = defineDataset({
  name: "documents",
  title: "Documents d'un CDSF : adoption, présentation, transmissions, publication (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: text,
      territoires: list(territory).refine(({ length }) => length > 0, "cellule vide"),
      type: z.enum(DocumentKind),
      titre: text,
      annee: orEmpty(year),
      schema: optionalText,
      adopte_le: orEmpty(day),
      presente_le: orEmpty(day),
      presente_a: optionalText,
      transmis: list(sending),
      publie_le: orEmpty(day),
      adresse: orEmpty(web),
      annexes: list(text),
      contenu: list(item),
      sha256: orEmpty(sha256),
      ...documentColumns,
    })
    .refine(...wholeDocument)
    .refine(({ presente_le, presente_a }) => presente_a === null || presente_le !== null, {
      path: ["presente_le"],
      error: "cellule vide : le document a été présenté à une instance, dites quel jour",
    })
    .refine(({ annexes, id }) => !annexes.includes(id), { path: ["annexes"], error: "un document n'est pas sa propre annexe" })
    .refine(
      ({ adopte_le, presente_le, publie_le, transmis }) =>
        !hasDayToCome([adopte_le, presente_le, publie_le, ...transmis.map(({ on }) => on)]),
      {
        path: [],
        error: "un jour est à venir : laissez la cellule vide, et transmettez à nouveau la ligne une fois la chose faite",
      },
    )
    .superRefine(({ type, contenu }, issue) => {
      const known = itemCodes(type);
      const wrong = contenu.find(([code]) => !known.includes(code));
      const expected = known.length > 0 ? `attendu : ${known.join(", ")}` : "aucun contenu n'est exigé de cette nature de document";
      if (wrong) issue.addIssue({ code: "custom", path: ["contenu"], message: `${wrong[0]} : ${expected}` });
    }),
  afterwards: knownReferences,
  settled: true,
  convert: (lines) =>
    lines.flatMap((row) => [
      write(row.line, Document, {
        id: row.id,
        kind: row.type,
        title: row.titre,
        year: row.annee,
        scheme: row.schema,
        adoptedOn: row.adopte_le,
        presentedOn: row.presente_le,
        presentedTo: row.presente_a,
        sent: row.transmis,
        publishedOn: row.publie_le,
        url: row.adresse,
        annexes: row.annexes,
        told: Object.fromEntries(row.contenu),
        hash: row.sha256,
        source: documentOr(
          parseTerritoryId(row.territoires[0]!).code,
          row,
          cdsfSource(parseTerritoryId(row.territoires[0]!).code, "Documents du comité", row.annee ?? "à la réception du fichier"),
        ),
      }),
      ...[...new Set(row.territoires)].map((territory) => write(row.line, DocumentSubject, { document: row.id, territory })),
    ]),
});

const hasDayToCome = (days: (string | null)[]) => days.some((each) => each !== null && each > today());
