import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { getDirectiveExtensions, memoize1 } from "@graphql-tools/utils";
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { forbidden } from "../../foundation/errors.ts";
import type { Rights } from "../../foundation/rights/rights.ts";
import type { RequestContext } from "../request-context.ts";
import { responseKey } from "../response-key.ts";

/** Scopes of which one list must be held whole; an empty list: any caller with a token. */
type Requirement = string[][];

interface Refused {
  /** Response keys from the root; lists are not counted. */
  path: string[];
  missing: string;
}

/**
 * Takes out of an operation, before it is planned, the fields for which the caller holds a required scope in no
 * department, and answers them with null and an error. Where he holds it elsewhere only, the subgraph refuses.
 * Of a known caller the name of the type is asked for all the same, and not given to him: the subgraph refuses too, and its
 * journal has who wanted what. Not below a list: that would be a line and an error for each of its objects.
 */
export function scopeGuard(): GatewayPlugin<object, RequestContext> {
  return {
    onExecute({ args, context }) {
      const { rights } = context;
      const held = new Set<string>(rights.grants.flatMap(({ scopes }) => scopes));
      const missing = (requirement: Requirement) => (isMet(requirement, rights, held) ? null : requirement.flat().join(" ou ") || "jeton");
      const refused = refusedFields(args, missing);
      if (refused.length === 0) return;
      context.trace.refused = refused.slice(0, 20).map(({ path }) => path.join(".").slice(0, 200));
      const isJournaled = rights.client !== null && getOperationAST(args.document, args.operationName)?.operation === "query";
      args.document = withoutRefused(args.schema, args.document, missing, isJournaled);
      return {
        onExecuteDone({ result, setResult }) {
          setResult(withNulls(result as ExecutionResult, refused));
        },
      };
    },
  };
}

const isMet = (requirement: Requirement, { client }: Rights, held: Set<string>) =>
  requirement.some((scopes) => client !== null && scopes.every((scope) => held.has(scope)));

/** What each field of each type requires, by `Type.field`, with what its type, its result and its implementations require. */
const requirements = memoize1((schema: GraphQLSchema): Map<string, Requirement[]> => {
  const declared = (thing: GraphQLNamedType | { astNode?: unknown }): Requirement[] => {
    const directives = getDirectiveExtensions(thing as never, schema) as {
      requiresScopes?: { scopes: Requirement }[];
      authenticated?: object[];
    };
    return [...(directives.requiresScopes ?? []).map(({ scopes }) => scopes), ...(directives.authenticated ?? []).map(() => [[]])];
  };
  const found = new Map<string, Requirement[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const implementations = isInterfaceType(type)
        ? schema.getPossibleTypes(type).flatMap((each) => [each, each.getFields()[field.name]!])
        : [];
      const required = [type, field, getNamedType(field.type), ...implementations].flatMap(declared);
      if (required.length > 0) found.set(`${type.name}.${field.name}`, required);
    }
  }
  return found;
});

type Missing = (requirement: Requirement) => string | null;

function missingFor(
  schema: GraphQLSchema,
  type: GraphQLNamedType | null | undefined,
  { name }: FieldNode,
  missing: Missing,
): string | null {
  const required = type ? requirements(schema).get(`${type.name}.${name.value}`) : undefined;
  return required?.map(missing).find((scope) => scope !== null) ?? null;
}

type Operation = Pick<ExecutionArgs, "schema" | "document" | "operationName">;

/** Where an operation that `mergeSelections` wrote asks for what the caller may not read. */
function refusedFields({ schema, document, operationName }: Operation, missing: Missing): Refused[] {
  if (requirements(schema).size === 0) return [];
  const operation = getOperationAST(document, operationName);
  const refused: Refused[] = [];

  function walk({ selections }: SelectionSetNode, type: GraphQLNamedType | null | undefined, path: string[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const place = [...path, responseKey(selection)];
        const scope = missingFor(schema, type, selection, missing);
        if (scope !== null) refused.push({ path: place, missing: scope });
        else if (selection.selectionSet) walk(selection.selectionSet, fieldType(type, selection), place);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, schema.getType(selection.typeCondition!.name.value), path);
    }
  }

  const fieldType = (type: GraphQLNamedType | null | undefined, { name }: FieldNode) => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
    return field && getNamedType(field.type);
  };

  if (operation) walk(operation.selectionSet, schema.getRootType(operation.operation), []);
  return refused;
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** The same document with `__typename` in the place of each refused field, or inside it: no selection becomes empty. */
function withoutRefused(schema: GraphQLSchema, document: DocumentNode, missing: Missing, isJournaled: boolean): DocumentNode {
  const types = new TypeInfo(schema);
  /** Of each field around, whether it is a list. */
  const lists: boolean[] = [];
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          const isBelowList = lists.includes(true);
          lists.push(isListType(getNullableType(types.getType())));
          if (missingFor(schema, types.getParentType(), node, missing) === null) return undefined;
          if (isJournaled && node.selectionSet && !isBelowList)
            return { ...node, selectionSet: { ...node.selectionSet, selections: [typename] } };
          return {
            ...typename,
            alias: { kind: Kind.NAME, value: responseKey(node) },
            ...(node.directives && { directives: node.directives }),
          } satisfies FieldNode;
        },
        leave() {
          lists.pop();
        },
      },
    }),
  );
}

/** Null in each refused place, and one error for each refused selection, at its first place, unless its subgraph refused it. */
function withNulls({ data, errors = [], ...rest }: ExecutionResult, refused: Refused[]): ExecutionResult {
  const keysOf = (path: Place = []) => path.filter((step) => typeof step === "string").join(".");
  const told = new Set(errors.filter(({ extensions }) => extensions?.code === "FORBIDDEN").map(({ path }) => keysOf([...(path ?? [])])));
  const refusals = refused.flatMap(({ path, missing }) => {
    const place = putNull(data, path, []) ?? path;
    const { message, extensions } = forbidden(missing, []);
    if (told.has(keysOf(path))) return [];
    told.add(keysOf(path)); // an interface's field can be asked of each of its types
    return new GraphQLError(message, { path: place, extensions });
  });
  return { ...rest, data, errors: [...errors, ...refusals] };
}

type Place = (string | number)[];

/** @returns the place of the first null that was put. */
function putNull(value: unknown, [key, ...rest]: string[], place: Place): Place | undefined {
  if (Array.isArray(value)) return firstOf(value.map((item, index) => putNull(item, [key!, ...rest], [...place, index])));
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key!)) return undefined;
  const object = value as Record<string, unknown>;
  if (rest.length > 0) return putNull(object[key!], rest, [...place, key!]);
  object[key!] = null;
  return [...place, key!];
}

const firstOf = (places: (Place | undefined)[]) => places.find((place) => place !== undefined);
