import type { Afterwards } from "../../../foundation/imports/dataset.ts";
import type { Writer } from "../../../foundation/imports/writer.ts";
import { counts, newestFirst } from "../../../foundation/numbers/newest.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { computedByHubIn } from "../../../foundation/numbers/computed-by.ts";
import { isSumOfTerritories } from "../../../foundation/numbers/territory-sum.ts";
import type { SentValue } from "./lines-of-values.ts";

const countedByHub = "ce chiffre est compté par le hub d'après un registre qui y est tenu : retirez la ligne";

/** Nobody transmits what the hub counts out of a register that it keeps for the same department and year. */
export const notCountedByHub: Afterwards = async ({ names, sql }, { writes, firstAppended }) => {
  const rows = writes.map(({ line, values }) => ({ line, ...(values as Observation) }));
  if (rows.length === 0 || firstAppended === null) return [];
  const found = await sql<{ n: number }>(
    `select k.n::int from unnest($1::text[], $2::text[], $3::text[], $4::int[]) with ordinality k(measure, level, code, year, n)
     cross join lateral (select o.* from ${names.table(Observation)} o
       where (o.measure, o.level, o.code, o.year) = (k.measure, k.level, k.code, k.year) and o.id < $5 and ${counts("o")}
       order by ${newestFirst("o")} limit 1) o
     where ${computedByHubIn("o")} and not ${isSumOfTerritories("o")}`,
    [
      rows.map(({ measure }) => measure),
      rows.map(({ level }) => level),
      rows.map(({ code }) => code),
      rows.map(({ year }) => year),
      firstAppended,
    ],
  );
  return found.map(({ n }) => {
    const { line, measure } = rows[n - 1]!;
    return { line, column: "indicateur", value: measure, reason: countedByHub };
  });
};

/** How many of these numbers are withheld by statistical secrecy, as they stand. */
export async function countWithheld({ names, sql }: Writer, values: readonly SentValue[]): Promise<number> {
  const [found] = await sql<{ withheld: number }>(
    `select count(*)::int as withheld from unnest($1::text[], $2::text[], $3::text[], $4::int[]) k(measure, level, code, year)
     cross join lateral (select o.status, o.secrecy_rule from ${names.table(Observation)} o
       where (o.measure, o.level, o.code, o.year) = (k.measure, k.level, k.code, k.year) and ${counts("o")}
       order by ${newestFirst("o")} limit 1) o
     where o.status = 'SUPPRESSED' and o.secrecy_rule is not null`,
    [
      values.map(({ indicator }) => indicator),
      values.map(({ level }) => level),
      values.map(({ code }) => code),
      values.map(({ year }) => year),
    ],
  );
  return found!.withheld;
}
