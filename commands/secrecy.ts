import "reflect-metadata";
import { openWriter } from "../foundation/imports/writer.ts";
import { Observation } from "../foundation/numbers/observation.ts";
import { register } from "../foundation/territories/register.ts";
import type { RecordedRow } from "../foundation/numbers/secrecy/recorded-row.ts";
import type { Role } from "../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { isSmallRow } from "../foundation/numbers/secrecy/rules/secrecy-thresholds.ts";
import { WithheldValue } from "../foundation/numbers/secrecy/withheld-value.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { migrate } from "../foundation/tables/migrate.ts";
import { openOrm } from "../foundation/tables/orm.ts";
import { listed } from "../subgraphs/subgraphs.ts";
import { commandLine } from "./process/command-line.ts";
import { runCommand } from "./process/run-command.ts";

interface Loss {
  measure: string;
  year: number;
  recorded: number;
  withheld: number;
  /** Of those, what others made public gives away. */
  givenAway: number;
  values: Pick<RecordedRow, Role | "establishments" | "largestShare">[];
}

/** `npm run secrecy -- report`: what statistical secrecy withholds, and what complementary suppression adds to the rules alone. No value. */
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
    await orm.close(true);
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
