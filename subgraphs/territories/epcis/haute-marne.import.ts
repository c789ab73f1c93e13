import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, text } from "../../../foundation/imports/french-values.ts";
import { FormerEpci } from "./former-epci.entity.ts";

const notAnEpci: Record<string, string> = {
  "hors-epci": "ligne « hors EPCI » : ce n'est pas un territoire",
  "dep-52": "ligne de total du département",
};

/** The 16 EPCI of 2016, before the mergers of 2017, as the SDSF 2016-2019 prints them. */
export const formerEpcis = defineDataset({
  name: "haute-marne-former-epci",
  title: "EPCI de la Haute-Marne au 1er janvier 2016 (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({ epci_key: text, epci_libelle_imprime: text, nb_communes: count, population_2016: count, part_imprimee: text }),
  ignored: ({ epci_key }) => notAnEpci[epci_key ?? ""] ?? null,
  convert: (lines) =>
    lines.map(({ line, epci_key, epci_libelle_imprime, nb_communes, population_2016 }) =>
      write(line, FormerEpci, {
        code: `52:${epci_key}`,
        name: epci_libelle_imprime,
        department: "52",
        communeCount: nb_communes,
        totalPopulation: population_2016,
        source: sourceOf("52", {
          publisher: "CDSF de la Haute-Marne",
          dataset: "Schéma départemental des services aux familles 2016-2019",
          vintage: "1er janvier 2016",
          licence: "document public",
        }),
      }),
    ),
});
