import type { EntityClass, PolicyDef, TriggerDef } from "@mikro-orm/core";

/**
 * What a class says of its table, in MikroORM's words. It is recorded and nothing more, so that what serves loads no MikroORM: `table.ts`
 * makes names of it for statements, and `entity-schemas.ts` hands it to MikroORM where tables are made and filled.
 */

/** Types of columns, as PostgreSQL names them. */
export const columnTypes = {
  text: "text",
  integer: "int",
  bigint: "bigint",
  double: "double precision",
  boolean: "boolean",
  date: "date",
  datetime: "timestamptz",
  json: "jsonb",
  jsonb: "jsonb",
  "text[]": "text[]",
} as const;

interface ColumnOptions {
  type: keyof typeof columnTypes;
  nullable?: boolean;
  /** Read by no request. */
  lazy?: boolean;
  default?: string;
  /** SQL. */
  defaultRaw?: string;
  precision?: number;
  autoincrement?: boolean;
}

interface LinkOptions {
  /** Whether the property holds the other row's key, not the row. */
  mapToPk?: boolean;
  nullable?: boolean;
  /** Whether it is the key of its own table too. */
  primary?: boolean;
  createForeignKeyConstraint?: boolean;
}

export interface DeclaredLink extends LinkOptions {
  kind: "m:1" | "1:1";
  entity: () => EntityClass<object>;
}

export type DeclaredColumn = (ColumnOptions & { primary?: boolean }) | DeclaredLink;

interface Declared {
  /** The schema in which it stands whoever writes it; undefined: that of the subgraph. */
  schema?: string | undefined;
  columns: Map<string, DeclaredColumn>;
  indexes: { properties: string | readonly string[] }[];
  uniques: { properties: readonly string[] }[];
  triggers: TriggerDef<object>[];
  policies: PolicyDef[];
}

const tables = new Map<unknown, Declared>();

function declaredOn(entity: unknown): Declared {
  const declared = tables.get(entity) ?? { columns: new Map(), indexes: [], uniques: [], triggers: [], policies: [] };
  tables.set(entity, declared);
  return declared;
}

/** @throws where the class declares no table */
export function declaredTable(entity: EntityClass<object>): Declared {
  const declared = tables.get(entity);
  if (!declared) throw new Error(`${entity.name} is no table`);
  return declared;
}

const column =
  (declared: DeclaredColumn): PropertyDecorator =>
  (target, name) => {
    declaredOn(target.constructor).columns.set(String(name), declared);
  };

/**
 * Its columns, and those of the class that it extends.
 * @param schema in which the table stands whoever writes it: what several subgraphs publish, and one serves
 */
export function Entity({ policies = [], schema }: { policies?: PolicyDef[]; schema?: string } = {}): ClassDecorator {
  return (entity) => {
    const declared = declaredOn(entity);
    const inherited = tables.get(Object.getPrototypeOf(entity));
    if (inherited) declared.columns = new Map([...inherited.columns, ...declared.columns]);
    declared.policies.push(...policies);
    declared.schema = schema;
  };
}

export function Property(options: ColumnOptions): PropertyDecorator {
  return column(options);
}

export function PrimaryKey(options: ColumnOptions): PropertyDecorator {
  return column({ ...options, primary: true });
}

export function ManyToOne(entity: () => EntityClass<object>, options: LinkOptions = {}): PropertyDecorator {
  return column({ kind: "m:1", entity, ...options });
}

export function OneToOne(entity: () => EntityClass<object>, options: LinkOptions = {}): PropertyDecorator {
  return column({ kind: "1:1", entity, ...options });
}

/** On a property, or on a class with several. */
export function Index({ properties }: { properties?: readonly string[] } = {}): PropertyDecorator & ClassDecorator {
  return (target: object, name?: string | symbol) => {
    declaredOn(name ? target.constructor : target).indexes.push({ properties: properties ?? String(name) });
  };
}

export function Unique({ properties }: { properties: readonly string[] }): ClassDecorator {
  return (entity) => {
    declaredOn(entity).uniques.push({ properties });
  };
}

export function Trigger(trigger: TriggerDef<object>): ClassDecorator {
  return (entity) => {
    declaredOn(entity).triggers.push(trigger);
  };
}
