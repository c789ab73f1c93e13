import type { Dataset } from "../../../../foundation/imports/dataset.ts";
import { Observation } from "../../../../foundation/numbers/observation.ts";
import { secrecy } from "../../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { isSmallRow } from "../../../../foundation/numbers/secrecy/rules/secrecy-thresholds.ts";
import { hide, recordedRows } from "../../../../foundation/numbers/secrecy/withheld-rows.ts";

/** Protection by the rule of small numbers alone, which an attacker overcomes. */
export const smallAlone: NonNullable<Dataset["protect"]> = async (writer, { writes, firstAppended }) => {
  const told = writes.filter(({ entity }) => entity === Observation).map(({ values }) => values as Observation);
  const [measures, years] = [[...new Set(told.map(({ measure }) => measure))], [...new Set(told.map(({ year }) => year))]];
  const rows = await recordedRows(writer, { measures, years, codes: null, firstId: firstAppended! });
  const small = rows.filter((row) => row.isNew && isSmallRow(row));
  await hide(
    writer,
    small.map((row) => ({
      ...row,
      isGivenAwayElsewhere: false,
      hidden: ["value", ...secrecy.quantitiesOf(row.measure).map(({ role }) => role)],
    })),
  );
  return [];
};
