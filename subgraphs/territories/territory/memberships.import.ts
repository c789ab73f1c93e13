import { z } from "zod";
import { defineDataset, sourceOf, type SourceReference, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, departmentCode, list, optionalText, orEmpty, siren, text, year } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writePart, writeTerritory } from "./place.ts";
import { TerritoryKind } from "./territory.entity.ts";
import { TerritorySuccession } from "./territory-succession.entity.ts";
import { TerritoryPeriod } from "./territory-period.entity.ts";

/** Out of the yearly vintages of @etalab/decoupage-administratif, 2021 to 2026. */
const source = (code: string): SourceReference =>
  sourceOf(code, {
    publisher: "Insee, DGCL (mise en forme Etalab)",
    dataset: "@etalab/decoupage-administratif 1.1.1 à 6.0.0, comparés par le hub",
    printedVintage: "2021 à 2026",
    licence: "Licence Ouverte 2.0",
  });

const isInOrder = ({ de, a }: { de: number | null; a: number | null }) => de === null || a === null || de <= a;
const order = { path: ["a"], error: "la dernière année précède la première" };

export const memberships = defineDataset({
  name: "memberships",
  title: "Communes membres des EPCI, EPT et territoires statistiques, avec leurs années (format d'échange du hub)",
  secrecy: "published",
  columns: z
    .object({
      commune: communeCode,
      echelon: z.enum([TerritoryLevel.EPCI, TerritoryLevel.EPT, TerritoryLevel.DEPARTMENT]),
      code: z.union([siren, departmentCode], { error: "attendu : un SIREN, ou un code de département" }),
      de: orEmpty(year),
      a: orEmpty(year),
    })
    .refine(isInOrder, order),
  convert: (lines) =>
    lines.map(({ line, commune, echelon, code, de, a }) =>
      writePart(line, territoryId(echelon, code), territoryId(TerritoryLevel.COMMUNE, commune), source(commune), { from: de, until: a }),
    ),
});

export const formerEpcis = defineDataset({
  name: "former-epci",
  title: "EPCI à fiscalité propre qui n'existent plus, avec leurs années (format d'échange du hub)",
  secrecy: "published",
  columns: z
    .object({
      siren,
      nom: text,
      nature: optionalText,
      departement: orEmpty(departmentCode).prefault(""),
      de: orEmpty(year),
      a: year,
      successeurs: list(siren),
      ...documentColumns,
    })
    .refine(isInOrder, order)
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.flatMap(({ line, siren: code, nom, nature, departement, de, a, successeurs, ...row }) => {
      const id = territoryId(TerritoryLevel.EPCI, code);
      const from = documentOr(code, row, source(code));
      return [
        writeTerritory(line, { level: TerritoryLevel.EPCI, code, kind: TerritoryKind.FORMER, name: nom, legalForm: nature, source: from }),
        write(line, TerritoryPeriod, { territory: id, validFrom: de && `${de}-01-01`, validTo: `${a}-12-31` }),
        ...(departement ? [writePart(line, territoryId(TerritoryLevel.DEPARTMENT, departement), id, from, { from: de, until: a })] : []),
        ...successeurs.map((each) =>
          write(line, TerritorySuccession, {
            predecessor: id,
            successor: territoryId(TerritoryLevel.EPCI, each),
            onDay: `${a + 1}-01-01`,
          }),
        ),
      ];
    }),
});
