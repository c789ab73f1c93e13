import type { Context } from "../../../foundation/graph/context.ts";
import { indicatorId } from "../../../foundation/numbers/indicator.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { type Indicator, listIndicator } from "./indicator.ts";
import type { Annex } from "./indicator-definition.entity.ts";
import { catalogue } from "./readings.ts";

interface Wanted {
  /** Code of the department that owes them. */
  department: string;
  year: number;
  annex?: Annex | undefined;
  codes?: string[] | undefined;
}

/** The indicators that a department owes for a year, in the order of the catalogue. */
export async function dueIndicators({ department, year, annex, codes }: Wanted, context: Context): Promise<Indicator[]> {
  const definitions = await catalogue(context, {});
  return definitions
    .filter((definition) => (!annex || definition.annex === annex) && (!codes || codes.includes(definition.code)))
    .map((definition) =>
      listIndicator(
        definition,
        context,
        indicatorId({ measure: definition.code, level: TerritoryLevel.DEPARTMENT, code: department, year }),
      ),
    );
}
