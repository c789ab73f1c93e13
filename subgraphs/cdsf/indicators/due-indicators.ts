import type { Context } from "../../../foundation/graph/context.ts";
import { indicatorId } from "../../../foundation/numbers/indicator.ts";
import type { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { type Indicator, listIndicator } from "./indicator.ts";
import type { Annex } from "./indicator-definition.entity.ts";
import { catalogue } from "./readings.ts";

interface Wanted {
  level: TerritoryLevel;
  code: string;
  year: number;
  annex?: Annex | undefined;
  codes?: string[] | undefined;
}

/** The indicators of a territory for a year, in the order of the catalogue. */
export async function dueIndicators({ level, code, year, annex, codes }: Wanted, context: Context): Promise<Indicator[]> {
  const definitions = await catalogue(context, {});
  return definitions
    .filter((definition) => (!annex || definition.annex === annex) && (!codes || codes.includes(definition.code)))
    .map((definition) => listIndicator(definition, context, indicatorId({ measure: definition.code, level, code, year })));
}
