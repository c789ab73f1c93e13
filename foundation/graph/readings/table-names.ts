import type { EntityClass, EntityMetadata, EntityProperty, MetadataStorage } from "@mikro-orm/core";
import { quote } from "../../postgres/identifiers.ts";
import { Source } from "../source.ts";

/** What statements are written with, out of the tables' metadata: names quoted and qualified. */
export class TableNames {
  /** The tables that were named so far. */
  readonly named = new Set<EntityMetadata>();

  constructor(
    private readonly metadata: MetadataStorage,
    private readonly schema: string,
  ) {}

  table(entity: EntityClass<object>): string {
    const meta = this.metadata.get(entity as never) as EntityMetadata;
    this.named.add(meta);
    return `${quote(this.schema)}.${quote(meta.tableName)}`;
  }

  /** A column of a table, by its property. */
  column(entity: EntityClass<object>, property: string): string {
    return quote(this.property(entity, property).fieldNames[0]!);
  }

  /** Its type in PostgreSQL. */
  typeOf(entity: EntityClass<object>, property: string): string {
    return this.property(entity, property).columnTypes[0]!;
  }

  /**
   * The columns that requests read, each under the name of its property; not those that are `lazy`. A link is the key it holds; the source
   * of a row is its `sourceId`, which `withSources` turns into a Source.
   */
  columns(entity: EntityClass<object>, alias: string): string {
    return this.read(entity)
      .map((property) => `${alias}.${quote(property.fieldNames[0]!)} as ${quote(nameOf(property))}`)
      .join(", ");
  }

  hasSource(entity: EntityClass<object>): boolean {
    return this.read(entity).some((property) => nameOf(property) === "sourceId");
  }

  /** A statement around one whose rows have a `sourceId`: the first row of each source brings it whole, for thousands share a few. */
  withSources(inner: string, order: string): string {
    const source = this.read(Source).map((property) => `'${property.name}', s.${quote(property.fieldNames[0]!)}`);
    return `select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object(${source.join(", ")}) end as "source"
from (
${inner}
) q left join ${this.table(Source)} s on s.id = q."sourceId"
order by ${order}`;
  }

  private property(entity: EntityClass<object>, name: string): EntityProperty {
    const found = (this.metadata.get(entity as never) as EntityMetadata).properties[name as never] as EntityProperty | undefined;
    if (!found?.fieldNames?.length) throw new Error(`${entity.name} has no column for ${name}`);
    return found;
  }

  private read(entity: EntityClass<object>): EntityProperty[] {
    const { props } = this.metadata.get(entity as never) as EntityMetadata;
    return (props as EntityProperty[]).filter(({ persist, fieldNames, lazy }) => persist !== false && fieldNames?.length === 1 && !lazy);
  }
}

const nameOf = ({ name, targetMeta }: EntityProperty) => (targetMeta?.class === Source ? `${name}Id` : name);
