import type { EntityClass } from "@mikro-orm/core";
import { query } from "../graph/readings/query.ts";
import type { Reading } from "../graph/readings/reading.ts";

/** Declares the reading of the programmes that name a territory, by its id. @param order a property */
export function programmesIn<T extends { territoryIds: string[] }>(
  entity: EntityClass<T>,
  order: keyof T & string,
): Reading<{ territory: string }, T[]> {
  return query<{ territory: string }, T>({
    parameters: { territory: "text" },
    as: entity,
    withSources: `q.n, q."${order}"`,
    text: (names, keys) => `select k.n, ${names.columns(entity, "t")}
from ${keys} join ${names.table(entity)} t on k.territory = any (t.${names.column(entity, "territoryIds")})`,
  });
}
