import "reflect-metadata";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { stringify } from "csv-stringify/sync";
import { type ImportReport, importFile } from "../foundation/imports/import.ts";
import { frenchDate } from "../foundation/imports/french-values.ts";
import { type Changes, leapText } from "../foundation/imports/publication.ts";
import { bytesOnDisc } from "../foundation/imports/envelope/file-bytes.ts";
import { UnreadableFile } from "../foundation/imports/envelope/unreadable-file.ts";
import { openWriter } from "../foundation/imports/writer.ts";
import { withdraw } from "../foundation/numbers/withdraw.ts";
import type { Config } from "../foundation/config.ts";
import { register } from "../foundation/territories/register.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { StartError } from "../foundation/start-error.ts";
import { migrate } from "../foundation/tables/migrate.ts";
import { openOrm } from "../foundation/tables/orm.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";
import { commandLine } from "./process/command-line.ts";
import { runCommand } from "./process/run-command.ts";

const shownRejections = 20;
const shownChanges = 10;
const shortestHash = 8;

/**
 * `npm run import -- <subgraph> <dataset> <file> [--dry-run] [--confirm] [--published AAAA-MM-JJ]`,
 * `npm run import -- withdraw <hash>`
 */
await runCommand(async (config) => {
  let hash: string | undefined;
  const command = commandLine("npm run import --")
    .argument("<sous-graphe>", subgraphs.map((subgraph) => subgraph.name).join(", "))
    .argument("<jeu>", "nom du jeu de données ; un nom inconnu en donne la liste")
    .argument("<fichier>", "CSV, JSON ou XLSX, tel que le partenaire le publie")
    .option("--dry-run", "tout vérifier, ne rien écrire", false)
    .option("--confirm", "publier bien que le fichier change beaucoup de ce qui l'était déjà", false)
    .option("--published <AAAA-MM-JJ>", "jour où le producteur a publié le fichier, s'il est connu")
    .action(() => {});
  command
    .command("withdraw")
    .description("retirer une publication : ses chiffres ne comptent plus, ceux d'avant comptent à nouveau")
    .argument("<empreinte>", "début de l'empreinte SHA-256 du fichier, telle que l'import l'a affichée")
    .action((given: string) => {
      hash = given;
    });
  command.parse();
  if (hash !== undefined) return withdrawFile(hash, config);
  const [name, datasetName, path] = command.args as [string, string, string];
  const { dryRun, confirm, published } = command.opts<{ dryRun: boolean; confirm: boolean; published?: string }>();
  const publishedOn = published === undefined ? null : frenchDate(published);
  if (publishedOn === null && published !== undefined) throw new StartError(`« ${published} » n'est pas un jour : --published 2025-09-09.`);

  const { load, datasets: loadDatasets } = listed(name);
  const datasets = await loadDatasets();
  const dataset = datasets.find((candidate) => candidate.name === datasetName);
  if (!dataset) {
    const known = datasets.map((candidate) => `  ${candidate.name.padEnd(28)} ${candidate.title}`).join("\n");
    throw new StartError(`Jeu de données inconnu « ${datasetName} » pour ${name}. Jeux connus :\n${known}`);
  }
  const bytes = await bytesOnDisc(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(
      error.code === "ENOENT"
        ? `Le fichier ${path} n'existe pas.`
        : error.code === "ENOTFILE"
          ? `${path} n'est pas un fichier ordinaire : enregistrez d'abord ce qu'il donne dans un fichier.`
          : `Le fichier ${path} ne peut pas être lu (${error.code}).`,
    );
  });

  const postgres = await openPostgres(config.databaseUrl, config.dataFolder, "tool");
  const bar = new SingleBar({ format: "{bar} {percentage} % du fichier", noTTYOutput: false }, Presets.shades_classic);
  try {
    const numbers = await openOrm((await listed(register).load()).tables, postgres.url);
    await migrate(numbers); // where its numbers go
    await numbers.close(true);
    const orm = await openOrm((await load()).tables, postgres.url);
    await migrate(orm);
    await using writer = await openWriter(orm);
    bar.start(bytes.size, 0);
    const report = await importFile({
      writer,
      owner: name,
      datasets,
      dataset,
      fileName: basename(path),
      bytes,
      dryRun,
      confirm,
      publishedOn,
      progress: () => bar.update(bytes.passed),
    });
    bar.stop();
    await orm.close();
    await print(report, path, dryRun, dataset.secrecy !== "register");
    if (report.rejected.length > 0 || report.held) process.exitCode = 1;
  } catch (error) {
    throw error instanceof UnreadableFile ? new StartError(`${path} : ${error.message}`) : error;
  } finally {
    bar.stop();
    await postgres.close();
  }
});

async function withdrawFile(hash: string, config: Config): Promise<void> {
  if (!/^[0-9a-f]+$/.test(hash) || hash.length < shortestHash)
    throw new StartError(`« ${hash} » n'est pas le début d'une empreinte : ${shortestHash} signes au moins, de 0 à 9 et de a à f.`);
  const postgres = await openPostgres(config.databaseUrl, config.dataFolder, "tool");
  try {
    for (const { name, load } of subgraphs) {
      const orm = await openOrm((await load()).tables, postgres.url);
      await migrate(orm);
      await using writer = await openWriter(orm);
      await orm.close(true);
      const done = await withdraw(writer, name, hash);
      if (!done) continue;
      console.log(`${done.fileName} (${name}, ${done.dataset}) est retiré : ${done.numbers} chiffres ne comptent plus.`);
      if (done.others.length > 0)
        console.log(
          `Ceux que d'autres fichiers du même jeu disaient aussi reviennent si vous les importez à nouveau : ${done.others.join(", ")}.`,
        );
      return;
    }
  } finally {
    await postgres.close();
  }
  throw new StartError(`Aucun fichier importé n'a une empreinte qui commence par ${hash}.`);
}

/** @param isWithdrawable whether its numbers may be taken back */
async function print(report: ImportReport, path: string, dryRun: boolean, isWithdrawable: boolean): Promise<void> {
  const rejectedLines = new Set(report.rejected.map(({ line }) => line)).size;
  console.log(
    `Lignes : ${report.read} lues, ${report.accepted} acceptées, ${report.unchanged} inchangées, ${report.ignored.length} ignorées, ${rejectedLines} rejetées.`,
  );
  for (const [reason, lines] of Map.groupBy(report.ignored, ({ reason }) => reason)) {
    console.log(`  ignorées : ${lines.length} (${reason})`);
  }
  for (const { line, column, value, reason } of report.rejected.slice(0, shownRejections)) {
    console.log(`  ligne ${line}${column && `, colonne « ${column} »`}, valeur « ${shown(value)} » : ${reason}`);
  }
  if (report.rejected.length > 0) {
    const file = `${path}.rejected.csv`;
    await writeFile(
      file,
      stringify(report.rejected, { header: true, escape_formulas: true, columns: ["line", "column", "value", "reason"] }),
    );
    const more = report.rejected.length - shownRejections;
    console.log(
      `${more > 0 ? `  … et ${more} autres. ` : ""}La liste complète est dans ${file}. Rien n'a été écrit dans la base : corrigez le fichier et recommencez.`,
    );
  } else if (report.held) printHeld(report.changes);
  else if (dryRun) console.log("Essai à blanc : rien n'a été écrit.");
  else {
    const withdrawal = isWithdrawable
      ? ` Pour retirer cette publication : npm run import -- withdraw ${report.hash.slice(0, shortestHash)}`
      : "";
    console.log(`Empreinte : ${report.hash}.${withdrawal}`);
  }
}

function printHeld({ rows, changed, absent, where, leaps }: Changes): void {
  console.log(
    `Retenu : sur ${rows} valeurs, ${changed} remplaceraient une valeur déjà publiée${absent > 0 ? `, et ${absent} chiffres disparaîtraient` : ""}. Rien n'a été écrit.`,
  );
  for (const { what, changed: count } of where.slice(0, shownChanges)) console.log(`  ${what} : ${count}`);
  for (const leap of leaps.slice(0, shownChanges)) console.log(`  ${leapText(leap)}`);
  console.log("Si c'est voulu, recommencez avec --confirm.");
}

/** A file may hold what a terminal obeys. */
function shown(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}
