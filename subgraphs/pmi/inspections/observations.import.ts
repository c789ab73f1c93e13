import { Observation } from "../../../foundation/numbers/observation.ts";
import { observationsDataset } from "../../../foundation/numbers/exchange/observations.import.ts";
import { Partner } from "../../../foundation/numbers/partner.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { registerMeasures } from "./register-numbers.ts";
import { RegisterYear } from "./register-year.entity.ts";

const transmitted = observationsDataset(Partner.PMI);
const kept = "le département tient son registre des contrôles dans le hub pour cette année, et ce chiffre en est compté : retirez la ligne";

/** What a département transmits, but for the numbers that follow from a register that it keeps in the hub. */
export const observations: typeof transmitted = {
  ...transmitted,
  async afterwards(database, imported) {
    const refused = await transmitted.afterwards!(database, imported);
    const { names, sql } = database;
    const { writes } = imported;
    const rows = writes
      .filter(({ entity }) => entity === Observation)
      .map(({ line, values }) => ({ line, ...(values as Observation) }))
      .filter(({ measure, level }) => level === TerritoryLevel.DEPARTMENT && registerMeasures.includes(measure));
    if (rows.length === 0) return refused;
    const registers = await sql<RegisterYear>(
      `select ${names.columns(RegisterYear, "t")} from ${names.table(RegisterYear)} t
       where (t.department_code, t.year) in (select * from unnest($1::text[], $2::int[]))`,
      [rows.map(({ code }) => code), rows.map(({ year }) => year)],
    );
    const isKept = ({ code, year }: Pick<Observation, "code" | "year">) =>
      registers.some((row) => row.departmentCode === code && row.year === year);
    const counted = rows.filter(isKept).map(({ line, measure }) => ({ line, column: "indicateur", value: measure, reason: kept }));
    return [...refused, ...counted];
  },
};
