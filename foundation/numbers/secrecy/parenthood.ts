import type { Writer } from "../../imports/writer.ts";
import { departmentsOf, parentsIn, type TerritoryParent } from "../../territories/territory-parent.ts";

type Territory = Pick<TerritoryParent, "level" | "code">;

/** @returns those of which the hub does not know where they were in a year, as « level code ». */
export async function unknownTerritories({ names, sql }: Writer, territories: Territory[], year: number): Promise<Set<string>> {
  const unknown = await sql<{ territory: string }>(
    `select t.level || ' ' || t.code as territory from (select distinct *, $3::int as year from unnest($1::text[], $2::text[]) as t(level, code)) t
     where cardinality(${departmentsOf(names, "t")}) = 0`,
    [territories.map(({ level }) => level), territories.map(({ code }) => code), year],
  );
  return new Set(unknown.map(({ territory }) => territory));
}

/** A territory and one that it makes up with others. */
export type Parenthood = Pick<TerritoryParent, "level" | "code" | "parentLevel" | "parentCode">;

/** What is needed of a year's hierarchy to see which of these territories made up which others, directly or through those between them. */
export async function parentsOf({ names, sql }: Writer, territories: Territory[], year: number): Promise<Parenthood[]> {
  return sql(
    `with in_year as materialized ${parentsIn(names, "$3")},
       told as (select distinct * from unnest($1::text[], $2::text[]) as t(level, code)),
       whole as (
         select p.parent_level as level, p.parent_code as code from told join in_year p using (level, code)
         union select level, code from told where level = 'REGION' or exists (select from told where level = 'EPCI')
         union select p.level, p.code from told t join in_year p on p.parent_level = t.level and p.parent_code = t.code
           where t.level = 'REGION' and exists (select from told where level in ('EPCI', 'COMMUNE'))),
       part as (select distinct p.level, p.code from in_year p join whole w on w.level = p.parent_level and w.code = p.parent_code)
     select p.level, p.code, p.parent_level as "parentLevel", p.parent_code as "parentCode" from part join in_year p using (level, code)
     order by p.level, p.code, p.parent_level`,
    [territories.map(({ level }) => level), territories.map(({ code }) => code), year],
  );
}
