import type { EntityClass } from "@mikro-orm/core";
import { quote, schemaOf } from "../postgres/identifiers.ts";
import { writerRole } from "../rights/writer-role.ts";
import { tableOf } from "./table.ts";
import type { Tables } from "./tables.ts";

interface Policy {
  table: string;
  name: string;
}

/** What lets the writer in, of one subgraph: empty where it has no mutation. */
export interface WriterRights {
  /** Each is made once, where there is none of its name on the table. */
  policies: (Policy & { statement: string })[];
  /** May be repeated. */
  grants: string[];
}

/**
 * The third check of a write: the writer inserts, updates and removes the rows that a policy lets him, by the variables of his session. A
 * table that is open is read as before.
 */
export function writerRights({ name, open, written }: Tables): WriterRights {
  if (!written) return { policies: [], grants: [] };
  const schema = quote(schemaOf(name));
  const names = { table: (entity: EntityClass<object>) => `${schema}.${quote(tableOf(entity).name)}` };
  const rights: WriterRights = { policies: [], grants: [`grant usage on schema ${schema} to ${writerRole}`] };
  const add = (entity: EntityClass<object>, policy: string, rest: string) =>
    rights.policies.push({
      table: names.table(entity),
      name: policy,
      statement: `create policy ${policy} on ${names.table(entity)} for ${rest}`,
    });
  for (const entity of written.reads) rights.grants.push(`grant select on ${names.table(entity)} to ${writerRole}`);
  for (const { entity, may } of written.writes) {
    const commands = Object.keys(may) as (keyof typeof may)[];
    rights.grants.push(`grant select, ${commands.join(", ")} on ${names.table(entity)} to ${writerRole}`);
    if (commands.every((command) => !may[command])) continue;
    if (open.includes(entity)) add(entity, "readable", "select using (true)");
    else add(entity, "written_select", `select to ${writerRole} using (true)`);
    for (const command of commands) {
      const where = may[command]?.(names) ?? "true";
      const checks = { insert: `with check (${where})`, update: `using (${where}) with check (${where})`, delete: `using (${where})` };
      add(entity, `written_${command}`, `${command} to ${writerRole} ${checks[command]}`);
    }
  }
  rights.grants.push(`grant usage on all sequences in schema ${schema} to ${writerRole}`);
  return rights;
}
