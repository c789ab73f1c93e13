import type { EntityClass } from "@mikro-orm/core";
import type { Afterwards, Write } from "../dataset.ts";

/**
 * Refuses a line whose period meets another one of the same thing, in the file or recorded: who comes after begins the day after the last.
 * @param keys properties that tell one thing from another; its period is `since`, and `until` or without end
 */
export function withoutOverlaps<T extends { since: string; until: string | null }>(
  entity: EntityClass<T>,
  keys: readonly (keyof T & string)[],
): Afterwards {
  return async ({ names, sql }, { writes }) => {
    const own = writes.filter((write) => write.entity === (entity as unknown)) as unknown as Write<T>[];
    const values = ({ values: row }: Write<T>) => row as unknown as T;
    const same = keys.map((key) => `t.${names.column(entity, key)}::text = k.key${keys.indexOf(key)}`).join(" and ");
    const found = await sql<{ line: number; since: string; until: string | null }>(
      `select k.line, t.since::text, t.until::text
       from unnest($1::int[], $2::date[], $3::date[], ${keys.map((_, n) => `$${n + 4}::text[]`).join(", ")})
         k(line, since, until, ${keys.map((_, n) => `key${n}`).join(", ")})
       join ${names.table(entity)} t on ${same} and t.since <> k.since
         and t.since <= coalesce(k.until, 'infinity') and coalesce(t.until, 'infinity') >= k.since
       order by k.line, t.since`,
      [
        own.map(({ line }) => line),
        own.map((write) => values(write).since),
        own.map((write) => values(write).until),
        ...keys.map((key) => own.map((write) => String(values(write)[key]))),
      ],
    );
    return found.map(({ line, since, until }) => ({
      line,
      column: "depuis",
      value: since,
      reason: `cette période en recouvre une autre, qui va du ${since} ${until ? `au ${until}` : "à un jour qui n'est pas fixé"} : terminez celle-ci la veille`,
    }));
  };
}
