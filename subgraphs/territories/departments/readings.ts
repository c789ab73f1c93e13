import { queryOne } from "../../../foundation/graph/readings/query.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import type { Source } from "../../../foundation/graph/source.ts";
import { Commune } from "../communes/commune.entity.ts";
import { Department } from "./department.entity.ts";
import { Region } from "./region.entity.ts";

export const regions = one(Region, "code");
export const allRegions = many(Region, [], { order: ["code"] });

export const departments = one(Department, "code");
export const departmentsOfKind = many(Department, "kind", { order: ["code"] });
export const departmentsOfRegion = many(Department, "region", { order: ["code"] });

/** Sum of the communes' municipal populations (districts of Paris, Lyon and Marseille left out), and how many give none. */
export const populationOfDepartment = queryOne<{ department: string }, { value: number | null; unknown: number; source: Source }>({
  parameters: { department: "text" },
  withSources: "q.n",
  text: (names, keys) => `select k.n, sum(c.municipal_population)::int as value,
  count(*) filter (where c.municipal_population is null)::int as unknown, max(c.source_id) as "sourceId"
from ${keys} join ${names.table(Commune)} c on c.department_code = k.department and c.parent_code is null
group by k.n`,
});
