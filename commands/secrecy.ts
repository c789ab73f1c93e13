import "reflect-metadata";
import { openWriter } from "../foundation/imports/writer.ts";
import { computedByHubIn } from "../foundation/numbers/computed-by.ts";
import { Observation } from "../foundation/numbers/observation.ts";
import { register } from "../foundation/territories/register.ts";
import type { RecordedRow } from "../foundation/numbers/secrecy/recorded-row.ts";
import { type Role, secrecy } from "../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { isSmallRow } from "../foundation/numbers/secrecy/rules/secrecy-thresholds.ts";
import { WithheldValue } from "../foundation/numbers/secrecy/withheld-value.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { migrate } from "../foundation/tables/migrate.ts";
import { openOrm } from "../foundation/tables/orm.ts";
import { listed } from "../subgraphs/subgraphs.ts";
import { commandLine } from "./process/command-line.ts";
import { runCommand } from "./process/run-command.ts";

type Numbers = Pick<RecordedRow, Role | "establishments" | "largestShare">;

interface Loss {
  measure: string;
  year: number;
  recorded: number;
  withheld: number;
  /** Of those, what others made public gives away. */
  givenAway: number;
  values: Numbers[];
}

/** What was transmitted and shown, and may be small. */
interface Shown extends Numbers {
  measure: string;
  year: number;
}

/** No rule withholds a greater number for itself. */
const mostSmall = Math.max(secrecy.fewest("PERSONS"), secrecy.fewest("ESTABLISHMENTS"));

/**
 * `npm run secrecy -- report`: what statistical secrecy withholds, what complementary suppression adds to the rules alone, what others gave away, and
 * what was shown before a rule became stricter. No value.
 */
await runCommand(async (config) => {
  const command = commandLine("npm run secrecy --").usage("report");
  command.command("report").description("nombre de chiffres retenus, par indicateur et par année");
  command.parse();
  const postgres = await openPostgres(config.databaseUrl, config.dataFolder, "tool");
  try {
    const orm = await openOrm((await listed(register).load()).tables, postgres.url);
    await migrate(orm);
    await using writer = await openWriter(orm);
    const { names } = writer;
    const losses = await writer.sql<Loss>(
      `select o.measure, o.year, count(*)::int as recorded, count(w.observation)::int as withheld,
         count(*) filter (where w.is_given_away_elsewhere)::int as "givenAway",
         coalesce(jsonb_agg(jsonb_build_object('value', w.value, 'numerator', w.numerator, 'denominator', w.denominator,
           'establishments', w.establishments, 'largestShare', w.largest_share)) filter (where w.observation is not null), '[]') as values
       from ${names.table(Observation)} o left join ${names.table(WithheldValue)} w on w.observation = o.id
       group by o.measure, o.year having count(w.observation) > 0 order by o.measure, o.year`,
    );
    const shown = await writer.sql<Shown>(
      `select o.measure, o.year, o.value, o.numerator, o.denominator, o.establishments, o.largest_share as "largestShare"
       from ${names.table(Observation)} o
       where o.edition is null and not ${computedByHubIn("o")} and not exists (select from ${names.table(WithheldValue)} w where w.observation = o.id) and o.measure = any($1::text[])
         and (o.value between 1 and $2 or o.numerator between 1 and $2 or o.denominator between 1 and $2
           or o.denominator - o.numerator between 1 and $2 or o.establishments is not null)`,
      [secrecy.measures.filter((measure) => secrecy.quantitiesOf(measure).length > 0), mostSmall],
    );
    await orm.close(true);
    for (const [series, rows] of Map.groupBy(shown.filter(isSmallRow), ({ measure, year }) => `${measure} ${year}`))
      console.log(`${series} : ${rows.length} chiffres montrés, que la règle d'aujourd'hui retiendrait : elle n'est pas rétroactive`);
    for (const { measure, year, recorded, withheld, givenAway, values } of losses) {
      const small = values.filter((row) => isSmallRow({ measure, ...row })).length;
      console.log(
        `${measure} ${year} : ${recorded} chiffres, ${small} retenus par la règle, ${withheld - small} de plus pour qu'ils ne se déduisent pas${givenAway > 0 ? `, ${givenAway} que d'autres ont rendus déductibles` : ""}`,
      );
    }
    if (losses.length === 0) console.log("Aucun chiffre retenu");
  } finally {
    await postgres.close();
  }
});
