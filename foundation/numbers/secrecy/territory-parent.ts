import type { Writer } from "../../imports/writer.ts";
import { Entity, Index, PrimaryKey, Property } from "../../tables/columns.ts";
import { register } from "../register.ts";
import type { TerritoryLevel } from "../territory-level.ts";

/** The territory of another level that a territory is a part of, in some years: what makes one number the sum of others. */
@Entity({ schema: register })
@Index({ properties: ["parentLevel", "parentCode"] })
export class TerritoryParent {
  @PrimaryKey({ type: "text" })
  level!: TerritoryLevel;

  @PrimaryKey({ type: "text" })
  code!: string;

  @PrimaryKey({ type: "text" })
  parentLevel!: TerritoryLevel;

  @Property({ type: "text" })
  parentCode!: string;

  /** The first year on whose 1 January it is; 0: not known, so always. */
  @PrimaryKey({ type: "integer" })
  fromYear!: number;

  /** The last year; null: still. */
  @Property({ type: "integer", nullable: true })
  untilYear!: number | null;
}

type Territory = Pick<TerritoryParent, "level" | "code">;

/** Of the tables, in a reading or in an owner's statement. */
interface Names {
  table: (entity: typeof TerritoryParent) => string;
}

/** SQL, in brackets: who is a part of whom today. The EPT of Grand Paris, of which no protected number is known, are left out. */
export function parentsOfToday(names: Names): string {
  return `(select level, code, parent_level, parent_code from ${names.table(TerritoryParent)} where until_year is null and parent_level <> 'EPT')`;
}

/**
 * An array expression: the departments that a territory lies in, itself if it is one; empty where the hub does not know where it is.
 * @param t alias of a row with `level` and `code`.
 */
export function departmentsOf(names: Names, t: string): string {
  const parents = parentsOfToday(names);
  return `array(
    select ${t}.code where ${t}.level = 'DEPARTMENT' and exists (
      select from ${parents} p where level = ${t}.level and code = ${t}.code or parent_level = ${t}.level and parent_code = ${t}.code)
    union select code from ${parents} p where ${t}.level = 'REGION' and parent_level = 'REGION' and parent_code = ${t}.code
    union select parent_code from ${parents} p where level = 'COMMUNE' and parent_level = 'DEPARTMENT' and code in (
      select ${t}.code where ${t}.level = 'COMMUNE'
      union select parent_code from ${parents} p where level = ${t}.level and code = ${t}.code and parent_level = 'COMMUNE'
      union select code from ${parents} p where ${t}.level = 'EPCI' and parent_level = 'EPCI' and parent_code = ${t}.code))`;
}

/** @returns those of which the hub does not know where they are, as « level code ». */
export async function unknownTerritories({ names, sql }: Writer, territories: Territory[]): Promise<Set<string>> {
  const unknown = await sql<{ territory: string }>(
    `select t.level || ' ' || t.code as territory from (select distinct * from unnest($1::text[], $2::text[]) as t(level, code)) t
     where cardinality(${departmentsOf(names, "t")}) = 0`,
    [territories.map(({ level }) => level), territories.map(({ code }) => code)],
  );
  return new Set(unknown.map(({ territory }) => territory));
}

/** A territory and one that it makes up with others. */
export type Parenthood = Pick<TerritoryParent, "level" | "code" | "parentLevel" | "parentCode">;

/** What is needed of the hierarchy to see which of these territories make up which others, directly or through those between them. */
export async function parentsOf({ names, sql }: Writer, territories: Territory[]): Promise<Parenthood[]> {
  const parents = parentsOfToday(names);
  return sql(
    `with told as (select distinct * from unnest($1::text[], $2::text[]) as t(level, code)),
       whole as (
         select p.parent_level as level, p.parent_code as code from told join ${parents} p using (level, code)
         union select level, code from told where level = 'REGION' or exists (select from told where level = 'EPCI')
         union select p.level, p.code from told t join ${parents} p on p.parent_level = t.level and p.parent_code = t.code
           where t.level = 'REGION' and exists (select from told where level in ('EPCI', 'COMMUNE'))),
       part as (select distinct p.level, p.code from ${parents} p join whole w on w.level = p.parent_level and w.code = p.parent_code)
     select p.level, p.code, p.parent_level as "parentLevel", p.parent_code as "parentCode" from part join ${parents} p using (level, code)
     order by p.level, p.code, p.parent_level`,
    [territories.map(({ level }) => level), territories.map(({ code }) => code)],
  );
}
