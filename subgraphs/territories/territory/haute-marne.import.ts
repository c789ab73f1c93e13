import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, siren, text } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { TerritoryPopulation } from "../populations/territory-population.entity.ts";
import { writePart, writeTerritory } from "./place.ts";
import { TerritoryKind } from "./territory.entity.ts";
import { TerritoryPeriod } from "./territory-period.entity.ts";

const notAnEpci: Record<string, string> = {
  "hors-epci": "ligne « hors EPCI » : ce n'est pas un territoire",
  "dep-52": "ligne de total du département",
};

const source = sourceOf("52", {
  publisher: "CDSF de la Haute-Marne",
  dataset: "Schéma départemental des services aux familles 2016-2019",
  printedVintage: "1er janvier 2016",
  licence: null,
});
const department = territoryId(TerritoryLevel.DEPARTMENT, "52");

/** The 16 EPCI of 2016, as the SDSF 2016-2019 prints them: 13 of them are gone since the mergers of 2017. */
export const epcis2016 = defineDataset({
  name: "haute-marne-epci",
  title: "EPCI de la Haute-Marne au 1er janvier 2016 (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({ epci_key: siren, epci_libelle_imprime: text, population_2016: count, disparu_derive: z.enum(["oui", "non"]) }),
  ignored: ({ epci_key }) => notAnEpci[epci_key ?? ""] ?? null,
  convert: (lines) =>
    lines.flatMap(({ line, epci_key: code, epci_libelle_imprime, population_2016, disparu_derive }) => {
      const id = territoryId(TerritoryLevel.EPCI, code);
      return [
        write(line, TerritoryPopulation, { territory: id, inForceFrom: "2016-01-01", municipal: population_2016, total: null, source }),
        ...(disparu_derive === "non"
          ? []
          : [
              writeTerritory(line, {
                level: TerritoryLevel.EPCI,
                code,
                kind: TerritoryKind.FORMER,
                name: epci_libelle_imprime,
                source,
              }),
              write(line, TerritoryPeriod, { territory: id, validFrom: null, validTo: "2016-12-31" }),
              writePart(line, department, id, source, { until: 2016 }),
            ]),
      ];
    }),
});
