import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { decimal, departmentCode, list, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { ownId } from "../../../foundation/imports/checks/own-id.ts";
import { unknownReferences } from "../../../foundation/imports/checks/unknown-references.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { TerritorialAgreement } from "../agreements/territorial-agreement.entity.ts";
import { FamilyService } from "../services/family-service.entity.ts";
import { Funding } from "./funding.entity.ts";
import { FundingKind, FundingUnit } from "./funding-terms.ts";

/** A euro of rounding. */
const tolerance = 1;

/** The hub's own exchange layout: one line is what one organism pays, of one year and on one ground. */
export const fundings = defineDataset({
  name: "fundings",
  title: "Financements d'établissements, de services et de projets (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: text,
      departement: departmentCode,
      annee: year,
      financeur: z.enum(Party),
      fonds: z.enum(FundingKind),
      etablissement: optionalText,
      service: optionalText,
      projet: optionalText,
      unite: orEmpty(z.enum(FundingUnit)),
      quantite: orEmpty(decimal),
      montant_unitaire: orEmpty(decimal),
      montant: orEmpty(decimal),
      convention: optionalText,
      notifie_a: list(z.enum(Party)),
    })
    .refine(...ownId)
    .refine(({ etablissement, service, projet }) => [etablissement, service, projet].filter((each) => each !== null).length === 1, {
      path: ["etablissement"],
      error: "un financement va à un établissement, à un service ou à un projet : remplissez une des trois cellules",
    })
    .refine(({ unite, quantite, montant_unitaire }) => unite !== null || (quantite === null && montant_unitaire === null), {
      path: ["unite"],
      error: "cellule vide : dites ce que la quantité compte",
    })
    .refine(
      ({ montant, quantite, montant_unitaire }) => [montant, quantite, montant_unitaire].every((each) => each === null || each >= 0),
      {
        path: ["montant"],
        error: "un financement n'est pas négatif : corrigez celui qui a été versé à tort",
      },
    )
    .refine(
      ({ montant, quantite, montant_unitaire }) =>
        montant === null || quantite === null || montant_unitaire === null || Math.abs(quantite * montant_unitaire - montant) <= tolerance,
      { path: ["montant"], error: "ce n'est pas la quantité multipliée par le montant unitaire" },
    )
    .refine(({ fonds, convention }) => fonds !== FundingKind.COORDINATION || convention !== null, {
      path: ["convention"],
      error: "cellule vide : un poste de coopération est celui d'une CTG",
    }),
  afterwards: (writer, { writes }) =>
    unknownReferences(writer, writes, [
      {
        column: "convention",
        entity: TerritorialAgreement,
        idsOf: ({ agreementId }: Funding) => (agreementId === null ? [] : [agreementId]),
      },
      { column: "service", entity: FamilyService, idsOf: ({ serviceId }: Funding) => (serviceId === null ? [] : [serviceId]) },
    ]),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Funding, {
        id: row.id,
        department: row.departement,
        year: row.annee,
        funder: row.financeur,
        fund: row.fonds,
        facilityId: row.etablissement,
        serviceId: row.service,
        projectId: row.projet,
        unit: row.unite,
        units: row.quantite,
        perUnit: row.montant_unitaire,
        total: row.montant,
        agreementId: row.convention,
        notifiedTo: row.notifie_a,
        source: sourceOf(row.departement, {
          publisher: "Caf",
          dataset: "Financements, transmission directe au hub",
          printedVintage: String(row.annee),
          licence: "Licence Ouverte 2.0",
        }),
      }),
    ),
});
