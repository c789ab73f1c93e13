import { page } from "../../../foundation/graph/readings/page.ts";
import { queryOne } from "../../../foundation/graph/readings/query.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { Funding } from "./funding.entity.ts";

const order = ["-year", "fund", "funder", "id"] as const;

export const fundings = one(Funding, "id");
export const fundingsOfFacility = many(Funding, "facilityId", { order: [...order] });
export const fundingsOfService = many(Funding, "serviceId", { order: [...order] });
export const fundingsOfProject = many(Funding, "projectId", { order: [...order] });
export const fundingsOfDepartment = page(Funding, { of: "department", key: "id", filters: ["year", "fund", "funder"] });

interface Wanted {
  department: string;
  year: number[] | null;
  fund: string[] | null;
  funder: string[] | null;
}

/** What the fundings of a department add up to, and how many of them have no amount. */
export const fundingTotal = queryOne<Wanted, { amount: number | null; missing: number }>({
  parameters: { department: "text", year: "int[]", fund: "text[]", funder: "text[]" },
  text: (names, keys) => `select k.n, f.amount, f.missing
from ${keys}
cross join lateral (
  select sum(f.total) as amount, count(*) filter (where f.total is null)::int as missing from ${names.table(Funding)} f
  where f.department = k.department and (k.year is null or f.year = any (k.year)) and (k.fund is null or f.fund = any (k.fund))
    and (k.funder is null or f.funder = any (k.funder))) f`,
});
