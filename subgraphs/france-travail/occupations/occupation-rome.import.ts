import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { OccupationRome } from "./occupation-rome.entity.ts";

export const romeCodes = defineDataset({
  name: "rome-codes",
  title: "Correspondance des familles professionnelles (FAP 2009) et des codes ROME (Dares)",
  secrecy: "published",
  columns: z.object({
    fap: z.string().regex(/^[A-Z]\d[A-Z]\d{2}$/, "attendu : un code FAP (par exemple T2B60)"),
    rome: z.string().regex(/^[A-N]\d{4}$/, "attendu : un code ROME (par exemple K1303)"),
  }),
  convert: (lines) => lines.map(({ line, fap, rome }) => write(line, OccupationRome, { fap, rome })),
});
