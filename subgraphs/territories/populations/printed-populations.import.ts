import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, day, departmentCode, siren, text } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { TerritoryPopulation } from "./territory-population.entity.ts";

const codes = { [TerritoryLevel.EPCI]: siren, [TerritoryLevel.DEPARTMENT]: departmentCode } as const;

/** A document prints one number; it is the municipal population. */
export const printedPopulations = defineDataset({
  name: "printed-populations",
  title: "Populations municipales qu'un document imprime (format d'échange du hub)",
  secrecy: "published",
  columns: z
    .object({
      niveau: z.enum([TerritoryLevel.EPCI, TerritoryLevel.DEPARTMENT]),
      territoire: text,
      au: day.refine(
        (date) => date.endsWith("-01-01"),
        "attendu un 1er janvier : une population de référence est en vigueur à partir de ce jour",
      ),
      population: count,
      editeur: text,
      document: text,
      millesime: text,
    })
    .refine(({ niveau, territoire }) => codes[niveau].safeParse(territoire).success, {
      path: ["territoire"],
      error: "attendu : le code du territoire de ce niveau (SIREN d'un EPCI, code d'un département)",
    }),
  convert: (lines) =>
    lines.map(({ line, niveau, territoire, au, population, editeur, document, millesime }) =>
      write(line, TerritoryPopulation, {
        territory: territoryId(niveau, territoire),
        inForceFrom: au,
        municipal: population,
        total: null,
        source: sourceOf(territoire, { publisher: editeur, dataset: document, printedVintage: millesime, licence: null }),
      }),
    ),
});
