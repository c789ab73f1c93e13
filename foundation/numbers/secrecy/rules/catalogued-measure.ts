import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { catalogueFiles } from "../../../catalogue-files.ts";
import { projectFile } from "../../../project-file.ts";

const orNull = z.string().transform((text) => text || null);

/** The columns of the catalogue that say what statistical secrecy must know of an indicator. */
export const secrecyColumns = z.object({
  /** Its unit, a word of `data/populations.json`. */
  unite: z.string().min(1),
  /** Name of its rule in `data/secrecy.json`. */
  regle: z.string().min(1),
  /** Under a rule that protects nothing, of an indicator whose unit or label names people: why none of them is counted. */
  motif_hors_personnes: orNull.refine((reason) => reason === null || reason.length >= 20, "attendu : une phrase"),
  /** « part »: a ratio whose numerator counts some of what the denominator counts; « taux »: another ratio; empty: none. */
  rapport: z.enum(["", "taux", "part"]),
  /** What a ratio is made of. A margin that another indicator counts too bears its code, so that tables that share it share the cell. */
  numerateur: orNull,
  denominateur: orNull,
});

/** An indicator, as secrecy sees it. */
export interface CataloguedMeasure {
  code: string;
  unit: string;
  rule: string;
  /** Why an indicator under no rule counts nobody, though its unit or label names people. */
  reason: string | null;
  /** Null: it is no ratio. */
  rate: { numerator: string | null; denominator: string | null; isShare: boolean; per: number } | null;
}

/** @param code of the indicator that the columns are of */
export function measureOf(code: string, row: z.output<typeof secrecyColumns>): CataloguedMeasure {
  const { unite, regle, motif_hors_personnes, rapport, numerateur, denominateur } = row;
  const per = /%|100/.test(unite) ? 100 : 1;
  return {
    code,
    unit: unite,
    rule: regle,
    reason: motif_hors_personnes,
    rate: rapport === "" ? null : { numerator: numerateur, denominator: denominateur, isShare: rapport === "part", per },
  };
}

/** The indicators of the catalogue that the hub ships. */
export function cataloguedMeasures(): CataloguedMeasure[] {
  const rows = catalogueFiles.flatMap(
    (file) => parse(readFileSync(projectFile(file)), { columns: true, bom: true }) as Record<string, string>[],
  );
  return rows.map((row) => measureOf(row.code!, secrecyColumns.parse(row)));
}
