import { z } from "zod";
import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { day, list, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { isTerritoryId, parseTerritoryId } from "../../../foundation/territories/territory-id.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { yearlyKinds } from "../deadlines/evidence.ts";
import { itemCodes } from "./content-item.ts";
import { refuseWrongDays } from "./document-days.ts";
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

const web = z
  .url({ protocol: /^https?$/, error: "attendu : une adresse qui commence par https:// ou http://" })
  .refine((address) => !URL.canParse(address) || new URL(address).username === "", "une adresse publique n'a ni nom, ni mot de passe");
const documentId = text.regex(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
  "attendu : 100 signes au plus, lettres sans accent, chiffres, tirets et points",
);
const mostNamed = 20;
const tooMany = `plus de ${mostNamed} : découpez le document`;
const twice = "figure deux fois : gardez-en un";
const areDistinct = (texts: readonly string[]) => new Set(texts).size === texts.length;
const sha256 = text.regex(/^[0-9a-f]{64}$/, "attendu : 64 signes de 0 à 9 et de a à f (SHA-256)");

const codeOf = ([first]: readonly string[]) => parseTerritoryId(first ?? "").code;

interface Named {
  territoires: string[];
  schema: string | null;
  presente_a: string | null;
  annexes: string[];
}

/** Schemes, bodies and documents of a department are named by its code. */
function refuseOthersThings({ territoires, schema, presente_a, annexes }: Named, issue: z.RefinementCtx): void {
  const own = territoires.map((id) => codeOf([id]));
  const named = { schema: [schema], presente_a: [presente_a], annexes };
  for (const [column, ids] of Object.entries(named))
    if (ids.some((id) => id !== null && !own.some((code) => id.startsWith(`${code}-`))))
      issue.addIssue({
        code: "custom",
        path: [column],
        message: `attendu : ce qui est d'un des territoires de la ligne (${own.map((code) => `${code}-…`).join(", ")})`,
      });
}

/** The hub's own exchange layout: what a CDSF secretariat sends. One line a document, sent again whole where it changes. */
export const documents = defineDataset({
  name: "documents",
  title: "Documents d'un CDSF : adoption, présentation, transmissions, publication (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: documentId,
      territoires: list(territory).refine(({ length }) => length > 0, "cellule vide"),
      type: z.enum(DocumentKind),
      titre: text,
      annee: orEmpty(year),
      schema: optionalText,
      adopte_le: orEmpty(day),
      presente_le: orEmpty(day),
      presente_a: optionalText,
      transmis: list(sending)
        .refine(({ length }) => length <= mostNamed, tooMany)
        .refine((all) => areDistinct(all.map(({ to, on }) => `${to} ${on}`)), twice),
      publie_le: orEmpty(day),
      adresse: orEmpty(web),
      annexes: list(text)
        .refine(({ length }) => length <= mostNamed, tooMany)
        .refine(areDistinct, twice),
      contenu: list(item).refine((all) => areDistinct(all.map(([code]) => code)), twice),
      sha256: orEmpty(sha256),
      ...documentColumns,
    })
    .refine(...wholeDocument)
    .refine(({ presente_le, presente_a }) => presente_a === null || presente_le !== null, {
      path: ["presente_le"],
      error: "cellule vide : le document a été présenté à une instance, dites quel jour",
    })
    .refine(({ annexes, id }) => !annexes.includes(id), { path: ["annexes"], error: "un document n'est pas sa propre annexe" })
    .superRefine((line, issue) => refuseWrongDays(line, codeOf(line.territoires), issue))
    .superRefine(refuseOthersThings)
    .refine(({ territoires }) => new Set(territoires.map((id) => codeOf([id]).startsWith(demonstrationPrefix))).size < 2, {
      path: ["territoires"],
      error: "le département fictif de démonstration et un vrai territoire n'ont pas de document commun",
    })
    .refine(({ id, territoires }) => codeOf(territoires) === "" || id.startsWith(`${codeOf(territoires)}-`), {
      path: ["id"],
      error: "attendu : un identifiant qui commence par le code du premier territoire, puis un tiret, par exemple 52-synthese-2025",
    })
    .refine(({ type, annee }) => annee !== null || !yearlyKinds.includes(type), {
      path: ["annee"],
      error: "cellule vide : dites de quelle année est ce document, qui prouve une échéance annuelle",
    })
    .refine(({ type, schema }) => schema !== null || type !== DocumentKind.EVALUATION, {
      path: ["schema"],
      error: "cellule vide : dites de quel schéma est cette évaluation, par exemple 52-2016",
    })
    .superRefine(({ type, contenu }, issue) => {
      const known = itemCodes(type);
      const wrong = contenu.find(([code]) => !known.includes(code));
      const expected = known.length > 0 ? `attendu : ${known.join(", ")}` : "aucun contenu n'est exigé de cette nature de document";
      if (wrong) issue.addIssue({ code: "custom", path: ["contenu"], message: `${wrong[0]} : ${expected}` });
    }),
  afterwards: knownReferences,
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
          codeOf(row.territoires),
          row,
          cdsfSource(codeOf(row.territoires), "Documents du comité", row.annee ?? "à la réception du fichier"),
        ),
      }),
      ...[...new Set(row.territoires)].map((territory) => write(row.line, DocumentSubject, { document: row.id, territory })),
    ]),
});
