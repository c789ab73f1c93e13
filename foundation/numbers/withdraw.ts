import { ImportedFile, outdateFiles } from "../imports/imported-file.ts";
import type { Writer } from "../imports/writer.ts";
import { StartError } from "../start-error.ts";
import { counts } from "./newest.ts";
import { Observation } from "./observation.ts";
import { register } from "../territories/register.ts";
import { quote, schemaOf } from "../postgres/identifiers.ts";
import { isSumOfTerritories } from "./territory-sum.ts";
import { recordSums, type Series } from "./record-sums.ts";

export interface Withdrawn {
  dataset: string;
  fileName: string;
  /** How many numbers count no more. */
  numbers: number;
  /** Files of the same dataset that stand: numbers that they say too came with the withdrawn one if that was first. */
  others: string[];
}

/**
 * Takes a publication back: its numbers count no more, and those that it replaced count again; what was known until now stays known of then,
 * and to statistical secrecy. What follows from sums of departments is counted again.
 * @param writer of the subgraph that imported the file
 * @param start the first characters of the SHA-256 of the file
 * @returns undefined where the subgraph imported none
 * @throws StartError where it is not the only one that begins so, or where it described facts one by one
 */
export function withdraw(writer: Writer, owner: string, start: string): Promise<Withdrawn | undefined> {
  return writer.transaction(async () => {
    const { names, sql } = writer;
    for (const schema of new Set([owner, register])) await sql("select pg_advisory_xact_lock(hashtext($1))", [`import:${schema}`]);
    const files = await sql<ImportedFile>(
      `select dataset, hash, file_name as "fileName" from ${names.table(ImportedFile)} where starts_with(hash, $1) and withdrawn_at is null`,
      [start],
    );
    if (new Set(files.map(({ hash }) => hash)).size > 1)
      throw new StartError(`Les empreintes de plusieurs fichiers commencent par ${start} : donnez plus de caractères.`);
    const [file] = files;
    if (!file) return undefined;
    if (owner !== register && (await holdsFacts(writer, owner, file.hash)))
      throw new StartError(
        `${file.fileName} (${file.dataset}) dit des faits, dont des chiffres sont comptés : il ne se retire pas. Les faits se corrigent un par un, par un nouveau fichier.`,
      );
    const numbers = await sql<{ measure: string; year: number; isSum: boolean }>(
      `update ${names.table(Observation)} o set withdrawn_at = now()
       from ${names.sourcesOf(Observation)} s where s.id = o.source_id and starts_with(s.file_hash, $1) and ${counts("o")}
       returning o.measure, o.year, ${isSumOfTerritories("o")} as "isSum"`,
      [file.hash],
    );
    if (numbers.length === 0)
      throw new StartError(
        `${file.fileName} (${file.dataset}) ne publie pas de chiffre qui compte : ce sont des faits, qui se corrigent un par un par un nouveau fichier, ou ses chiffres étaient déjà là.`,
      );
    await sql(`update ${names.table(ImportedFile)} set withdrawn_at = now() where hash = $1`, [file.hash]);
    await outdateFiles(writer); // another one may say some of its numbers too: read again, it writes them
    const others = await sql<{ fileName: string }>(
      `select file_name as "fileName" from ${names.table(ImportedFile)} where dataset = $1 and withdrawn_at is null order by imported_at`,
      [file.dataset],
    );
    await recordSums(writer, await takeSumsBack(writer, numbers), `${file.hash}@withdrawal`, "NOW");
    return { dataset: file.dataset, fileName: file.fileName, numbers: numbers.length, others: others.map(({ fileName }) => fileName) };
  });
}

/**
 * What the hub summed of the indicators and years of withdrawn numbers counts no more: one of those sums may be of a newer edition than the right one.
 * @returns the series that are to be summed again
 */
async function takeSumsBack({ names, sql }: Writer, withdrawn: readonly (Series & { isSum: boolean })[]): Promise<Series[]> {
  const standing = await sql<Series>(
    `update ${names.table(Observation)} o set withdrawn_at = now()
     from (select distinct * from unnest($1::text[], $2::int[]) k(measure, year)) k
     where o.measure = k.measure and o.year = k.year and o.level in ('REGION', 'NATION') and ${counts("o")} and ${isSumOfTerritories("o")}
     returning o.measure, o.year`,
    [withdrawn.map(({ measure }) => measure), withdrawn.map(({ year }) => year)],
  );
  const summed = [...standing, ...withdrawn.filter(({ isSum }) => isSum)];
  return [...new Map(summed.map(({ measure, year }) => [`${measure} ${year}`, { measure, year }])).values()];
}

/** Whether rows of the subgraph itself, and not only numbers of the register, come from a file. */
async function holdsFacts({ sql }: Writer, owner: string, hash: string): Promise<boolean> {
  const [found] = await sql<{ held: boolean }>(
    `select exists (select from ${quote(schemaOf(owner))}.source where starts_with(file_hash, $1)) as held`,
    [hash],
  );
  return found!.held;
}
