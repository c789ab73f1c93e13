import "reflect-metadata";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { createScratchDatabase } from "../foundation/postgres/scratch-database.ts";
import { openOrm } from "../foundation/tables/orm.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";
import { commandLine } from "./process/command-line.ts";
import { runCommand } from "./process/run-command.ts";

/** `npm run migration -- <subgraph> <name>`: writes the migration that brings the last snapshot to the entities. */
await runCommand(async (config) => {
  const [name, change] = commandLine("npm run migration --")
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
