import {
  buildSchema,
  execute,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  GraphQLList,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  responsePathAsArray,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Path } from "../../../../gateway/response-path.ts";
import { resolve } from "./resolvers.ts";
import type { Row } from "./rows.ts";
import { guarded, mergedSdl, owners, weights } from "./schemas.ts";

/** Why a value is not there: the caller may not have it, its subgraph refused it, does not know the row, or failed. */
type Reason = "guarded" | "refused" | "unknown" | "broken";

export interface Fault {
  path: Path;
  reason: Reason;
  /** Of which subgraphs the value is. */
  sources: string[];
}

/** What graphql-js answers with one schema of the same data. */
export interface Reference {
  /** JSON. */
  data: string;
  /** Where its errors are. */
  errorPaths: Path[];
  /** What is wrong, wherever a null of another's may hide it, in the order of the answer. */
  faults: Fault[];
  /** What the data hold, in units of cost. */
  cost: number;
}

interface Watch {
  guarded: ReadonlySet<FieldNode>;
  faults: Fault[];
  weights: { path: Path; field: number; item: number }[];
}

export const merged = watchedSchema((type) => type);
const lenient = watchedSchema(withoutRequired);

/** @param query valid @param scopes that the caller holds */
export function reference(query: string, variableValues: Record<string, unknown>, scopes: readonly string[] = []): Reference {
  const document = parse(query);
  const types = new TypeInfo(merged);
  const refused = new Set<FieldNode>();
  const introspections = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const scope = guarded[`${types.getParentType()?.name}.${node.name.value}`];
        if (scope !== undefined && !scopes.includes(scope)) refused.add(node);
        if (/^__(schema|type)$/.test(node.name.value)) introspections.add((node.alias ?? node.name).value);
      },
    }),
  );
  const run = (schema: GraphQLSchema) => {
    const watch: Watch = { guarded: refused, faults: [], weights: [] };
    return { watch, ...(execute({ schema, document, variableValues, contextValue: watch }) as ExecutionResult) };
  };
  const { data = null, errors = [], watch } = run(merged);
  const costs = watch.weights.map(({ path, field, item }) => {
    const value = valueAt(data, path);
    return value === null ? 0 : field + item * countIn(value);
  });
  for (const key of introspections) if (data?.[key]) costs.push(100);
  return {
    data: JSON.stringify(data),
    errorPaths: errors.map(({ path }) => [...path!]),
    faults: run(lenient).watch.faults,
    cost: costs.reduce((sum, each) => sum + each, 0),
  };
}

/** Null where the path leads to nothing. */
function valueAt(data: unknown, path: Path): unknown {
  let value: any = data;
  for (const step of path) value = value?.[step] ?? null;
  return value;
}

const countIn = (value: unknown): number =>
  Array.isArray(value) ? value.reduce((sum, item) => sum + countIn(item), 0) : value === null ? 0 : 1;

/** One schema with all the data. @param typeOf the type that a field has, for the type that it should have */
function watchedSchema(typeOf: (type: GraphQLOutputType) => GraphQLOutputType): GraphQLSchema {
  const schema = buildSchema(mergedSdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = ({ __typename }: Row) => __typename;
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const declared = field.type;
      field.type = typeOf(declared);
      field.resolve = (row, args, watch, info) => watched(row, args, watch, info, declared);
    }
  }
  return schema;
}

function withoutRequired(type: GraphQLOutputType): GraphQLOutputType {
  const nullable = getNullableType(type);
  return isListType(nullable) ? new GraphQLList(withoutRequired(nullable.ofType)) : nullable;
}

/** Resolves a field, and notes what is wrong with it and what it weighs. */
function watched(row: Row | undefined, args: object, watch: Watch, info: GraphQLResolveInfo, declared: GraphQLOutputType): unknown {
  const coordinate = `${info.parentType.name}.${info.fieldName}`;
  const path = responsePathAsArray(info.path);
  const sources = owners.get(coordinate)!;
  const note = (reason: Reason, at: Path = path) => void watch.faults.push({ path: at, reason, sources });
  watch.weights.push({ path, ...weightOf(coordinate, info.fieldNodes[0]!, declared) });
  if (info.fieldNodes.some((node) => watch.guarded.has(node))) {
    note("guarded");
    throw new GraphQLError("guarded");
  }
  if (row?.unknownTo && sources.every((each) => row.unknownTo!.includes(each))) {
    if (isNonNullType(declared)) note("unknown");
    return null;
  }
  try {
    const value = resolve(row!, args, undefined, info);
    for (const at of nullsOf(value, declared, path)) note("broken", at);
    return value;
  } catch (error) {
    note(error instanceof GraphQLError ? "refused" : "broken");
    throw error;
  }
}

/** Where a value is null and its type has no null. */
function nullsOf(value: unknown, type: GraphQLOutputType, path: Path): Path[] {
  if (value === null || value === undefined) return isNonNullType(type) ? [path] : [];
  const list = getNullableType(type);
  return isListType(list) ? (value as unknown[]).flatMap((item, n) => nullsOf(item, list.ofType, [...path, n])) : [];
}

function weightOf(coordinate: string, { alias, arguments: given = [] }: FieldNode, type: GraphQLOutputType) {
  const result = getNamedType(type);
  return {
    field: given.reduce((sum, { name }) => sum + (weights.arguments[`${coordinate}(${name.value})`] ?? 0), weights.fields[coordinate] ?? 0),
    item: weights.types[result.name] ?? (isCompositeType(result) || alias ? 1 : 0),
  };
}
