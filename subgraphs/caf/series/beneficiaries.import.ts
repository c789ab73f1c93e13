import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { communeCode } from "../../../foundation/imports/french-values.ts";
import { numberCell, usual } from "../../../foundation/numbers/number-cell.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";

const cell = numberCell({ absent: { ...usual.empty, ...usual.unknown, ...usual.secret }, isCount: true });

/** The columns of the file, each with the series that it gives. */
const columns = {
  indfoy_ndur: { measure: "caf-beneficiaries", unit: "allocataires" },
  indnbp_ndur: { measure: "caf-covered-persons", unit: "personnes" },
  indfoy_rsa: { measure: "rsa-households", unit: "foyers" },
  indfoy_ppa: { measure: "activity-bonus-households", unit: "foyers" },
  indfoy_ndural: { measure: "housing-benefit-households", unit: "foyers" },
  indfoy_af: { measure: "family-allowance-households", unit: "foyers" },
  indfoy_ndurpaje: { measure: "paje-households", unit: "foyers" },
};
const cells = Object.fromEntries(Object.keys(columns).map((name) => [name, cell])) as Record<keyof typeof columns, typeof cell>;

/** « 2020-12 ». */
const month = z.string().regex(/^\d{4}-12$/, "attendu : le mois de décembre d'une année (2024-12)");

export const beneficiaries = defineDataset({
  name: "beneficiaries",
  title: "Foyers allocataires des Caf par commune, en décembre (data.caf.fr, s_ben_com_f)",
  secrecy: "published",
  columns: z.object({ dtreffre: month, numcomdo: communeCode, ...cells }),
  convert: (lines) =>
    lines.flatMap((row) => {
      const year = Number(row.dtreffre.slice(0, 4));
      const source = sourceOf(row.numcomdo, {
        publisher: "Cnaf (data.caf.fr)",
        dataset: "s_ben_com_f",
        printedVintage: `décembre ${year}`,
        licence: null,
        roundedTo: 5,
      });
      return Object.entries(columns).map(([name, series]) =>
        writeObservation(row.line, {
          ...series,
          ...row[name as keyof typeof columns],
          level: TerritoryLevel.COMMUNE,
          code: row.numcomdo,
          year,
          source,
        }),
      );
    }),
});
