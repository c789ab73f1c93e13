import type { EntityClass, PolicyDef } from "@mikro-orm/core";
import { columnTypes, type DeclaredColumn, declaredTable } from "./columns.ts";

/** A table as statements name it; MikroORM is told these names, it makes none. */
export interface Table {
  className: string;
  /** Without its schema. */
  name: string;
  /** Undefined: that of the subgraph. */
  schema: string | undefined;
  columns: readonly Column[];
  policies: readonly PolicyDef[];
}

export interface Column {
  property: string;
  name: string;
  /** In PostgreSQL. */
  type: string;
  isKey: boolean;
  /** Read by no request. */
  isLazy: boolean;
  /** The class whose key it holds. */
  target: EntityClass<object> | undefined;
}

const known = new Map<EntityClass<object>, Table>();

/** The table of a class. @throws where the class declares none */
export function tableOf(entity: EntityClass<object>): Table {
  const table = known.get(entity) ?? describe(entity);
  known.set(entity, table);
  return table;
}

function describe(entity: EntityClass<object>): Table {
  const { columns, policies, schema } = declaredTable(entity);
  return {
    className: entity.name,
    name: underscored(entity.name),
    schema,
    columns: [...columns].map(([property, declared]) => columnOf(property, declared)),
    policies,
  };
}

function columnOf(property: string, declared: DeclaredColumn): Column {
  const common = { property, isKey: declared.primary ?? false };
  if ("entity" in declared) {
    const target = declared.entity();
    const { name, type } = keyOf(target);
    return { ...common, name: `${underscored(property)}_${name}`, type, isLazy: false, target };
  }
  const { type, lazy = false } = declared;
  return { ...common, name: underscored(property), type: columnTypes[type], isLazy: lazy, target: undefined };
}

/** The key of a table that others link to: one column, and no link itself. */
function keyOf(entity: EntityClass<object>): Column {
  const [key, ...more] = [...declaredTable(entity).columns].filter(([, { primary }]) => primary);
  if (!key || more.length > 0 || "entity" in key[1]) throw new Error(`${entity.name} has no key of one column to link to`);
  return columnOf(...key);
}

const underscored = (name: string) => name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
