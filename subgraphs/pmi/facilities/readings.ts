import { page } from "../../../foundation/graph/readings/page.ts";
import { query } from "../../../foundation/graph/readings/query.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import { knownList } from "../../../foundation/numbers/known.ts";
import { ChildcareFacility } from "./childcare-facility.entity.ts";
import { ChildminderHouse } from "./childminder-house.entity.ts";
import type { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { describedAsOpen, openOn } from "./open-on.ts";
import type { CapacityRange } from "./size-class.ts";

export const facilities = one(ChildcareFacility, "id");

export const housesOfDepartment = page(ChildminderHouse, { of: "departmentCode", key: "id" });
export const knownHouses = knownList(ChildminderHouse, "departmentCode");

const real = "t.department_code <> 'ZZ'";
export const knownFacilitiesOfDepartment = knownList(ChildcareFacility, "departmentCode");
export const knownRealFacilities = knownList(ChildcareFacility, null, undefined, real);
export const knownFacilities = knownList(ChildcareFacility, null);

interface OpenFacilities {
  /** Null: everywhere. */
  department: string | null;
  includeDemonstration: boolean;
  /** The day on which they are open; null: as they were last described. */
  activeOn: string | null;
  /** Null: all. */
  categories: FacilityCategory[] | null;
  /** Null: any size. */
  sizes: (CapacityRange & { category: FacilityCategory })[] | null;
  commune: string | null;
  openedAfter: string | null;
  authorisationEndsBefore: string | null;
  /** Id of the last facility of the previous page. */
  after: string | null;
  first: number;
}

const isWanted = `case when k.department is null then k."includeDemonstration" or f.department_code <> 'ZZ' else f.department_code = k.department end
    and case when k."activeOn" is null then ${describedAsOpen("f")} else ${openOn("f", 'k."activeOn"')} end
    and (k.categories is null or f.category = any(k.categories))
    and (k.sizes is null or exists (
      select from jsonb_to_recordset(k.sizes) as s(category text, least int, most int)
      where s.category = f.category and f.authorised_places between s.least and s.most))
    and (k.commune is null or f.commune_code = k.commune)
    and (k."openedAfter" is null or f.opened_on > k."openedAfter")
    and (k."authorisationEndsBefore" is null or f.authorisation_ends_on < k."authorisationEndsBefore")`;

/** A page of those open on a day, each with the number and the places of all, and the earliest day of which a source describes one. */
export const openFacilities = query<
  OpenFacilities,
  ChildcareFacility & { total: number; places: number | null; describedOn: string | null }
>({
  parameters: {
    department: "text",
    includeDemonstration: "boolean",
    activeOn: "date",
    categories: "text[]",
    sizes: "jsonb",
    commune: "text",
    openedAfter: "date",
    authorisationEndsBefore: "date",
    after: "text",
    first: "int",
  },
  as: ChildcareFacility as never,
  withSources: "q.n, q.id",
  text: (names, keys) => `select k.n, c.total, c.places, c."describedOn", r.*
from ${keys}
cross join lateral (
  select count(*)::int as total, sum(f.authorised_places)::int as places, min(f.stated_on) as "describedOn" from ${names.table(ChildcareFacility)} f
  where ${isWanted}) c
left join lateral (
  select ${names.columns(ChildcareFacility, "f")} from ${names.table(ChildcareFacility)} f
  where ${isWanted} and (k.after is null or f.id > k.after) order by f.id limit k.first) r on true`,
});
