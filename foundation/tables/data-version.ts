import { readerRole } from "../rights/row-level-security.ts";
import { writerRole } from "../rights/writer-role.ts";

const schema = "cdsf_hub";

/** The version of each subgraph's data, by its PostgreSQL schema: one state of all its tables has one version. */
export const versionTable = `${schema}.data_version`;

/** Where PostgreSQL tells that a version has changed; which one is not told. */
export const versionChannel = "cdsf_hub_data";

/** No request reads these tables: a file or a call that changes nothing else changes no version. */
export const bookkeeping: readonly string[] = ["imported_file", "recorded_batch", "delivered_number"];

export const versionTrigger = "data_version";
const versionFunction = `${schema}.note_change`;

/** SQL: the instant, in milliseconds: a version is none that a database had before it was restored. */
const instant = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

/**
 * The statements that make the table of versions, once for the base. Whoever writes a row of a subgraph changes its version by a trigger, in
 * the transaction that writes: imports, mends by hand, what comes later. The row of the version is locked until then, so that those who
 * write one subgraph follow each other, and a snapshot that shows a version shows all that was written up to it, and nothing more.
 */
export const versionDefinition = [
  `create schema ${schema}`,
  `create table ${versionTable} (subgraph text primary key, version bigint not null)`,
  `create function ${versionFunction}() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
     begin
       update ${versionTable} set version = greatest(version + 1, ${instant}) where subgraph = tg_table_schema;
       perform pg_notify('${versionChannel}', '');
       return null;
     end $$`,
  `grant usage on schema ${schema} to ${readerRole}`,
  `grant select on ${versionTable} to ${readerRole}`,
];

/** Of which a mutation calls: whoever imported files, what they say may no longer be what the register holds. */
export const outdateAllFiles = `${schema}.outdate_files`;

/** The statements that make it, once for the base: a writer may note that files are outdated, and nothing else of them. */
export const outdateDefinition = [
  `create function ${outdateAllFiles}() returns void language plpgsql security definer set search_path = pg_catalog as $$
     declare each text;
     begin
       for each in select subgraph from ${versionTable} where to_regclass(format('%I.imported_file', subgraph)) is not null loop
         execute format('update %I.imported_file set stands_for = null where stands_for is not null', each);
       end loop;
     end $$`,
  `revoke all on function ${outdateAllFiles}() from public`,
  `grant usage on schema ${schema} to ${writerRole}`,
  `grant execute on function ${outdateAllFiles}() to ${writerRole}`,
];

/** The first version of a subgraph, whose schema is `$1`. */
export const firstVersion = `insert into ${versionTable} values ($1, ${instant}) on conflict do nothing`;

/** @param table quoted and qualified */
export function versionTriggerOn(table: string): string {
  return `create trigger ${versionTrigger} after insert or update or delete or truncate on ${table} for each statement execute function ${versionFunction}()`;
}
