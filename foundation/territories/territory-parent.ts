import { Entity, Index, PrimaryKey, Property } from "../tables/columns.ts";
import { register } from "./register.ts";
import type { TerritoryLevel } from "./territory-level.ts";

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

/** Of the tables, in a reading or in an owner's statement. */
interface Names {
  table: (entity: typeof TerritoryParent) => string;
}

/** SQL, in brackets: who is a part of whom today. The EPT of Grand Paris, of which no protected number is known, are left out. */
export function parentsOfToday(names: Names): string {
  return `(select level, code, parent_level, parent_code from ${names.table(TerritoryParent)} where until_year is null and parent_level <> 'EPT')`;
}

/**
 * SQL, in brackets: who was a part of whom in a year, but for EPT. A territory that was none in that year has the parts of today: it is of its
 * perimeter of today that a number of that year tells.
 * @param year an expression
 */
export function parentsIn(names: Names, year: string): string {
  const holds = (p: string) => `${p}.from_year <= ${year} and (${p}.until_year is null or ${p}.until_year >= ${year})`;
  const table = names.table(TerritoryParent);
  return `(select tie.level, tie.code, tie.parent_level, tie.parent_code from ${table} tie
    where tie.parent_level <> 'EPT' and (${holds("tie")} or tie.until_year is null and not exists (
      select from ${table} past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and ${holds("past")})))`;
}

/**
 * An array expression: the departments that a territory lay in, itself if it is one; empty where the hub does not know where it was.
 * @param t alias of a row with `level`, `code` and `year`.
 */
export function departmentsOf(names: Names, t: string): string {
  const parents = parentsIn(names, `${t}.year`);
  return `array(
    select ${t}.code where ${t}.level = 'DEPARTMENT' and exists (
      select from ${parents} p where level = ${t}.level and code = ${t}.code or parent_level = ${t}.level and parent_code = ${t}.code)
    union select code from ${parents} p where ${t}.level = 'REGION' and parent_level = 'REGION' and parent_code = ${t}.code
    union select code from ${parents} p where ${t}.level = 'NATION' and level = 'DEPARTMENT' and parent_level = 'REGION' and code not like 'ZZ%'
    union select parent_code from ${parents} p where level = 'COMMUNE' and parent_level = 'DEPARTMENT' and code in (
      select ${t}.code where ${t}.level = 'COMMUNE'
      union select parent_code from ${parents} p where level = ${t}.level and code = ${t}.code and parent_level = 'COMMUNE'
      union select code from ${parents} p where ${t}.level = 'EPCI' and parent_level = 'EPCI' and parent_code = ${t}.code))`;
}
