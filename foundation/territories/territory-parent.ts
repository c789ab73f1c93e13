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
