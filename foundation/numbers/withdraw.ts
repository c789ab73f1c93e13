import { ImportedFile } from "../imports/imported-file.ts";
import type { Writer } from "../imports/writer.ts";
import { StartError } from "../start-error.ts";
import { counts } from "./newest.ts";
import { Observation } from "./observation.ts";
import { recordSums } from "./record-sums.ts";

export interface Withdrawn {
  dataset: string;
  fileName: string;
  /** How many numbers count no more. */
  numbers: number;
}

/**
 * Takes a publication back: its numbers count no more, and those that it replaced count again; what was known until now stays known of then,
 * and to statistical secrecy. What follows from sums of departments is counted again.
 * @param writer of the subgraph that imported the file
 * @param start the first signs of the SHA-256 of the file
 * @returns undefined where the subgraph imported none
 * @throws StartError where it is not the only one that begins so, or where it described facts one by one
 */
export function withdraw(writer: Writer, owner: string, start: string): Promise<Withdrawn | undefined> {
  return writer.transaction(async () => {
    const { names, sql } = writer;
    await sql("select pg_advisory_xact_lock(hashtext($1))", [`import:${owner}`]);
    const files = await sql<ImportedFile>(
      `select dataset, hash, file_name as "fileName" from ${names.table(ImportedFile)} where starts_with(hash, $1) and withdrawn_at is null`,
      [start],
    );
    if (new Set(files.map(({ hash }) => hash)).size > 1)
      throw new StartError(`Plusieurs fichiers commencent par ${start} : donnez plus de signes.`);
    const [file] = files;
    if (!file) return undefined;
    const numbers = await sql<{ measure: string; year: number; isSum: boolean }>(
      `update ${names.table(Observation)} o set withdrawn_at = now()
       from ${names.sourcesOf(Observation)} s where s.id = o.source_id and starts_with(s.file_hash, $1) and ${counts("o")}
       returning o.measure, o.year, o.level in ('REGION', 'NATION') and o.computed_by is not null as "isSum"`,
      [file.hash],
    );
    if (numbers.length === 0)
      throw new StartError(
        `${file.fileName} (${file.dataset}) ne publie pas de chiffres : les faits se corrigent un par un, par un nouveau fichier.`,
      );
    await sql(`update ${names.table(ImportedFile)} set withdrawn_at = now(), stands_for = null where hash = $1`, [file.hash]);
    const series = new Map(numbers.filter(({ isSum }) => isSum).map(({ measure, year }) => [`${measure} ${year}`, { measure, year }]));
    await recordSums(writer, [...series.values()], `withdrawal of ${file.hash}`);
    return { dataset: file.dataset, fileName: file.fileName, numbers: numbers.length };
  });
}
