import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, text } from "../../../foundation/imports/french-values.ts";
import { department, source, territory } from "../haute-marne.ts";
import { AgreementStatus, TerritorialAgreement } from "./territorial-agreement.entity.ts";

const agreementStatus = { signee: AgreementStatus.SIGNED, en_cours: AgreementStatus.IN_PREPARATION, sans_ctg: AgreementStatus.NONE };

/** The year of the last agreement: `1ère CTG en 2009 / 2ème CTG en 2015`. */
const lastYear = (printed: string) => Number(printed.match(/\d{4}/g)?.at(-1)) || null;

export const agreements = defineDataset({
  name: "haute-marne-agreements",
  title: "Conventions territoriales globales (CTG) de la Haute-Marne au 31 décembre 2015 (SDSF 2016-2019)",
  secrecy: "published",
  columns: z
    .object({
      territoire_key: territory,
      annee_signature_imprimee: text,
      statut_derive: z.enum(["signee", "en_cours", "sans_ctg"]),
      rang_derniere_ctg: count,
    })
    .refine(
      ({ statut_derive, annee_signature_imprimee }) => (statut_derive === "signee") === (lastYear(annee_signature_imprimee) !== null),
      {
        path: ["annee_signature_imprimee"],
        error: "une CTG signée a une année, une autre n'en a pas",
      },
    ),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, TerritorialAgreement, {
        id: `${department}-ctg-${row.territoire_key.code}`,
        department,
        holder: row.territoire_key.id,
        status: agreementStatus[row.statut_derive],
        signedYear: lastYear(row.annee_signature_imprimee),
        signedOn: null,
        rank: row.rang_derniere_ctg || null,
        startOn: null,
        endOn: null,
        signatories: null,
        themes: null,
        printed: row.annee_signature_imprimee,
        source: source("31 décembre 2015"),
      }),
    ),
});
