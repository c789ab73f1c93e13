import { z } from "zod";
import { defineDataset } from "../../../foundation/imports/dataset.ts";
import { count, frenchNumber, text } from "../../../foundation/imports/french-values.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { french, source, sumOf, territory } from "../haute-marne.ts";
import { beneficiaries, ChildcareMode, coverageSeries } from "./series.ts";

const isEpci = ({ epci_key }: { epci_key: z.output<typeof territory> }) => epci_key.level === TerritoryLevel.EPCI;

const printedNumber = text.refine((printed) => frenchNumber(printed) !== null, "attendu : un nombre");

export const coverage2013 = defineDataset({
  name: "haute-marne-coverage-2013",
  title: "Taux de couverture 2013 des EPCI de la Haute-Marne (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({ epci_key: territory, naissances_enfants_moins_3_ans: count, taux_couverture_2013_imprime: printedNumber }),
  convert: (lines) => {
    const rows = lines.map((row) => ({
      ...row,
      births: row.naissances_enfants_moins_3_ans,
      rate: frenchNumber(row.taux_couverture_2013_imprime)!,
    }));
    const epcis = rows.filter(isEpci);
    const births = sumOf(epcis.map((row) => row.births));
    const mean = Math.round((sumOf(epcis.map((row) => row.births * row.rate)) / births) * 100) / 100;
    const gaps = (row: (typeof rows)[number]) => [
      ...(births === row.births
        ? []
        : [`Les naissances des EPCI font ${french(births)} ; le document imprime ${french(row.births)} pour le département.`]),
      ...(mean === row.rate
        ? []
        : [
            `La moyenne des EPCI pondérée par les naissances est ${french(mean)} ; le document imprime ${row.taux_couverture_2013_imprime}.`,
          ]),
    ];
    return rows.map((row) =>
      writeObservation(row.line, {
        ...coverageSeries[ChildcareMode.TOTAL].rate,
        level: row.epci_key.level,
        code: row.epci_key.code,
        year: 2013,
        value: row.rate,
        denominator: row.births,
        printed: row.taux_couverture_2013_imprime,
        notes: isEpci(row) ? [] : gaps(row),
        source: source("2013"),
      }),
    );
  },
});

export const beneficiaries2014 = defineDataset({
  name: "haute-marne-beneficiaries",
  title: "Allocataires de la Caf par EPCI de la Haute-Marne au 31 décembre 2014 (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({ epci_key: territory, allocataires_31_12_2014: count }),
  ignored: ({ epci_key }) => (epci_key === "hors-epci" ? "ligne « hors EPCI » : ce n'est pas un territoire" : null),
  convert: (lines) => {
    const sum = sumOf(lines.filter(isEpci).map((row) => row.allocataires_31_12_2014));
    const gaps = (total: number) =>
      total === sum
        ? []
        : [`Les EPCI font ${french(sum)} : le document compte à part les allocataires hors EPCI (écart de ${french(total - sum)}).`];
    return lines.map((row) =>
      writeObservation(row.line, {
        ...beneficiaries,
        level: row.epci_key.level,
        code: row.epci_key.code,
        year: 2014,
        value: row.allocataires_31_12_2014,
        notes: isEpci(row) ? [] : gaps(row.allocataires_31_12_2014),
        source: source("31 décembre 2014"),
      }),
    );
  },
});
