import "reflect-metadata";
import { Command } from "commander";
import { config } from "../foundation/config.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { createScratchDatabase } from "../foundation/postgres/scratch-database.ts";
import { runCommand } from "../foundation/start-error.ts";
import { openOrm } from "../foundation/tables/orm.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";

/** `npm run migration -- <subgraph> <name>`: writes the migration that brings the last snapshot to the entities. */
await runCommand(async () => {
  const [name, change] = new Command()
    .name("npm run migration --")
    .argument("<sous-graphe>", subgraphs.map((subgraph) => subgraph.name).join(", "))
    .argument("<nom>", "ce que la migration change, en anglais, par exemple add-closed-on")
    .parse().args as [string, string];
  const postgres = await openPostgres(config.databaseUrl, config.dataFolder, "tool");
  const scratch = await createScratchDatabase(postgres.url);
  try {
    const orm = await openOrm((await listed(name).load()).tables, scratch.url);
    const { fileName } = await orm.migrator.create(undefined, false, false, change);
    console.log(fileName ? `migrations/${name}/${fileName}` : "Rien à changer : les entités et le dernier instantané sont égaux.");
    await orm.close();
  } finally {
    await scratch.drop();
    await postgres.close();
  }
});
