import type { EntityClass } from "@mikro-orm/core";
import { quote } from "../../postgres/identifiers.ts";
import { type Column, type Table, tableOf } from "../../tables/table.ts";
import { Source } from "../source.ts";

/** What statements are written with, out of what classes declare: names quoted and qualified. */
export class TableNames {
  /** The tables that were named so far. */
  readonly named = new Set<Table>();

  /** @param schema of the subgraph, in PostgreSQL */
  constructor(private readonly schema: string) {}

  table(entity: EntityClass<object>): string {
    const table = tableOf(entity);
    this.named.add(table);
    return this.in(table.schema, table.name);
  }

  /** Where the sources of a table's rows are kept: beside it. */
  sourcesOf(entity: EntityClass<object>): string {
    return this.in(tableOf(entity).schema, tableOf(Source).name);
  }

  private in(schema: string | undefined, name: string): string {
    return `${quote(schema ?? this.schema)}.${quote(name)}`;
  }

  /** A column of a table, by its property. */
  column(entity: EntityClass<object>, property: string): string {
    return quote(this.known(entity, property).name);
  }

  /** Its type in PostgreSQL. */
  typeOf(entity: EntityClass<object>, property: string): string {
    return this.known(entity, property).type;
  }

  /**
   * The columns that requests read, each under the name of its property; not those that are `lazy`. A link is the key it holds; the source
   * of a row is its `sourceId`, which `withSources` turns into a Source.
   */
  columns(entity: EntityClass<object>, alias: string): string {
    return this.read(entity)
      .map((column) => `${alias}.${quote(column.name)} as ${quote(nameOf(column))}`)
      .join(", ");
  }

  hasSource(entity: EntityClass<object>): boolean {
    return this.read(entity).some((column) => nameOf(column) === "sourceId");
  }

  /** A statement around one whose rows have a `sourceId`: the first row of each source brings it whole, for thousands share a few. */
  withSources(inner: string, order: string): string {
    const source = this.read(Source).map(({ property, name }) => `'${property}', s.${quote(name)}`);
    return `select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object(${source.join(", ")}) end as "source"
from (
${inner}
) q left join ${this.table(Source)} s on s.id = q."sourceId"
order by ${order}`;
  }

  private known(entity: EntityClass<object>, property: string): Column {
    const found = tableOf(entity).columns.find((column) => column.property === property);
    if (!found) throw new Error(`${entity.name} has no column for ${property}`);
    return found;
  }

  private read(entity: EntityClass<object>): Column[] {
    return tableOf(entity).columns.filter(({ isLazy }) => !isLazy);
  }
}

const nameOf = ({ property, target }: Column) => (target === Source ? `${property}Id` : property);
