import { type EntityClass, EntitySchema } from "@mikro-orm/core";
import { declaredTable } from "./columns.ts";
import { tableOf } from "./table.ts";

const known = new Map<EntityClass<object>, EntitySchema>();

/** What MikroORM is to know of a class. */
export function entitySchemaOf(entity: EntityClass<object>): EntitySchema {
  const schema = known.get(entity) ?? describe(entity);
  known.set(entity, schema);
  return schema;
}

function describe(entity: EntityClass<object>): EntitySchema {
  const { columns, indexes, uniques, triggers, policies } = declaredTable(entity);
  const table = tableOf(entity);
  const properties = Object.fromEntries(
    table.columns.map(({ property, name }) => [property, { ...columns.get(property)!, fieldName: name }]),
  );
  return new EntitySchema({ class: entity, tableName: table.name, properties, indexes, uniques, triggers, policies } as never);
}
