import "reflect-metadata";
import { openWriter } from "../foundation/imports/writer.ts";
import { Observation } from "../foundation/numbers/observation.ts";
import { register } from "../foundation/territories/register.ts";
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
  primary: number;
  complementary: number;
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
      `select o.measure, o.year, count(*)::int as recorded,
         count(*) filter (where w.kind = 'PRIMARY')::int as primary, count(*) filter (where w.kind = 'COMPLEMENTARY')::int as complementary
       from ${names.table(Observation)} o left join ${names.table(WithheldValue)} w on w.observation = o.id
       group by o.measure, o.year having count(w.observation) > 0 order by o.measure, o.year`,
    );
    await orm.close(true);
    for (const { measure, year, recorded, primary, complementary } of losses) {
      console.log(
        `${measure} ${year} : ${recorded} chiffres, ${primary} retenus par la règle, ${complementary} de plus pour qu'ils ne se déduisent pas`,
      );
    }
    if (losses.length === 0) console.log("Aucun chiffre retenu");
  } finally {
    await postgres.close();
  }
});
