import type { Dataset, Rejection } from "../../imports/dataset.ts";
import { protect } from "../../suppression/cell-suppression.ts";
import { Observation } from "../observation.ts";
import { secrecy } from "./secrecy-rules.ts";
import { isConcentrated } from "./secrecy-thresholds.ts";
import { type Sum, sumsOf } from "./sums-over-time.ts";
import { parentsOf, unknownTerritories } from "./parenthood.ts";
import { hide, recordedRows } from "./withheld-rows.ts";
import { WithholdingKind } from "./withheld-value.ts";
import { type RecordedRow, type YearTable, yearTable } from "./year-table.ts";

const unknownTerritory =
  "le hub ne sait pas de quel territoire celui-ci fait partie, et ne peut pas protéger un chiffre couvert par le secret statistique : importez d'abord le découpage (jeux hierarchy-departments, hierarchy-communes, hierarchy-epci)";
const givenAway =
  "ce chiffre relève du secret statistique, et ce que le hub a déjà publié (son total, les autres territoires) permettrait de le déduire ou d'en déduire un autre : transmettez en même temps la correction de son total, ou retirez la ligne";

/**
 * Decides, after an import, which of the observations that were just written are withheld, and moves their numbers to where nobody sees them.
 * @param complementary false: withhold by the primary rule alone, for the test that shows that it is not enough.
 * @returns what gives the lines that cannot be recorded, with the reason; never the number.
 */
export const withhold =
  ({ complementary = true } = {}): NonNullable<Dataset["protect"]> =>
  async (writer, { writes, firstAppended }) => {
    if (firstAppended === null) return [];
    const observations = writes
      .filter(({ entity }) => entity === Observation)
      .map(({ line, values }) => ({ line, ...(values as Observation) }));
    const lines = new Map(observations.map((observation) => [keyOf(observation), observation.line]));
    const measures = secrecy.tiedTo(new Set(observations.map(({ measure }) => measure)));
    const rows = (await recordedRows(writer, measures, [...new Set(observations.map(({ year }) => year))], firstAppended)).map((row) => ({
      ...row,
      isConcentrated: row.isNew && isOfFew(row),
    }));
    const recorded = rows.filter(({ isNew }) => isNew);
    if (recorded.length === 0) return [];
    const refuse = (row: RecordedRow, column: string, value: string, reason: string) => ({
      line: lines.get(keyOf(row))!,
      column,
      value,
      reason,
    });
    const refused: Rejection[] = [];
    for (const [year, inYear] of Map.groupBy(recorded, (row) => row.year)) {
      const nowhere = await unknownTerritories(writer, inYear, year);
      const lost = inYear.filter((row) => nowhere.has(`${row.level} ${row.code}`));
      refused.push(...lost.map((row) => refuse(row, "territoire", row.code, unknownTerritory)));
    }
    if (refused.length > 0) return refused;
    for (const [year, inYear] of Map.groupBy(rows, (row) => row.year)) {
      const sums = sumsOf(await parentsOf(writer, inYear, year));
      const table = yearTable(inYear, sums);
      const { withheld, exposed } = await protect(table, { complementary });
      const culprits = exposed.size === 0 ? [] : await givingAway(table, exposed, sums);
      refused.push(...culprits.map((row) => refuse(row, "valeur", "", givenAway)));
      const sensitive = new Set(table.cells.filter((cell) => cell.sensitive).map(({ id }) => id));
      const hidden = [...table.shown].filter(([{ isNew }, shown]) => isNew && [...shown.keys()].some((id) => withheld.has(id)));
      await hide(
        writer,
        hidden.map(([row, shown]) => ({
          ...row,
          kind: [...shown.keys()].some((id) => sensitive.has(id)) ? WithholdingKind.PRIMARY : WithholdingKind.COMPLEMENTARY,
          guarded: [...shown].filter(([id]) => withheld.has(id)).map(([, role]) => role),
        })),
      );
    }
    return refused;
  };

function keyOf({ measure, level, code, year }: Pick<RecordedRow, "measure" | "level" | "code" | "year">): string {
  return JSON.stringify([measure, level, code, year]);
}

function isOfFew({
  measure,
  establishments: count,
  largestShare,
}: Pick<Observation, "measure" | "establishments" | "largestShare">): boolean {
  const rule = secrecy.ruleOf(measure);
  return rule?.about === "AMOUNTS" && count !== null && largestShare !== null && isConcentrated({ count, largestShare }, rule);
}

/** The new rows through which cells are exposed that were not before: those that show them, or else share a sum with them. */
async function givingAway({ relations, shown }: YearTable, exposed: Set<string>, sums: Sum[]): Promise<RecordedRow[]> {
  const before = await protect(
    yearTable(
      [...shown.keys()].filter(({ isNew }) => !isNew),
      sums,
    ),
  );
  const newly = [...exposed].filter((id) => !before.exposed.has(id));
  const rowsWith = (ids: Set<string>) =>
    [...shown].filter(([{ isNew }, shownIds]) => isNew && [...shownIds.keys()].some((id) => ids.has(id))).map(([row]) => row);
  const own = rowsWith(new Set(newly));
  if (own.length > 0) return own;
  return rowsWith(
    new Set(
      relations
        .map(({ total, parts }) => [total, ...parts])
        .filter((ids) => newly.some((id) => ids.includes(id)))
        .flat(),
    ),
  );
}
