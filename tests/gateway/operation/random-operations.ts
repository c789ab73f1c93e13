import {
  buildSchema,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  validate,
  visit,
} from "graphql";
import { seeded } from "../../random.ts";

/** Names that keys of entities have, and others: what a planner may take an alias for. */
const aliases = ["id", "code", "level", "unit", "fap", "name", "year", "observation", "a", "b"];
const identifiers = [
  "52",
  "ZZ",
  "DEPARTMENT:52",
  "52121",
  "200069425",
  "T2B60",
  "4418",
  "52-2016",
  "ZZ-F052",
  "B13",
  "B13:DEPARTMENT:52:2023",
];

/** Random valid operations on a schema, the same for the same seed: fragments, conditions, aliases. */
export function* randomOperations(sdl: string, seed: number, count: number): Generator<string> {
  const schema = buildSchema(sdl);
  const draws = seeded(seed);
  const random = (below: number) => draws.integer(0, below - 1);
  const pick = draws.among;

  function literalOf(type: GraphQLInputType, name: string): string {
    const nullable = getNullableType(type);
    if (isListType(nullable))
      return name === "indicators" ? `["${pick(["B01", "B13", "T7", "F03"])}"]` : `[${literalOf(nullable.ofType, name)}]`;
    if (isInputObjectType(nullable)) {
      const given = Object.values(nullable.getFields()).filter(() => random(3) === 0);
      return `{ ${given.map((field) => `${field.name}: ${literalOf(field.type, field.name)}`).join(", ")} }`;
    }
    // Two of the identifiers are codes of departments.
    if (name === "level" && random(2) === 0) return "DEPARTMENT";
    if (isEnumType(nullable)) return pick(nullable.getValues()).name;
    switch (String(nullable)) {
      case "Int":
        return name === "first" ? String(1 + random(3)) : pick(["2015", "2023", "2025"]);
      case "Boolean":
        return pick(["true", "false"]);
      case "Date":
        return '"2025-06-30"';
      case "DateTime":
        return '"2026-12-31T00:00:00Z"';
      default:
        return name === "fap" || name.startsWith("occupation") ? '"T2B60"' : `"${pick(identifiers)}"`;
    }
  }

  function argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || (arg.name !== "after" && random(5) === 0));
    return given.length > 0 ? `(${given.map(({ name, type }) => `${name}: ${literalOf(type, name)}`).join(", ")})` : "";
  }

  const condition = () => (random(10) > 0 ? "" : pick([" @include(if: true)", " @skip(if: true)", " @skip(if: false)"]));
  const alias = () => (random(3) > 0 ? "" : `${pick(aliases)}: `);

  function selectionOf(type: GraphQLNamedType, depth: number): string {
    const parts = Array.from({ length: 1 + random(4) }, () => partOf(type, depth));
    return `{ ${parts.join(" ")} }`;
  }

  function partOf(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return "__typename";
    if (random(12) === 0) return `${alias()}__typename`;
    if (depth > 0 && random(5) === 0) {
      const on = isInterfaceType(type) ? pick([type, ...schema.getPossibleTypes(type)]) : pick([type, ...type.getInterfaces()]);
      return `... on ${on.name}${condition()} ${selectionOf(on, depth - 1)}`;
    }
    const fields = Object.values(type.getFields()).filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type)));
    if (fields.length === 0) return "__typename";
    const field: GraphQLField<unknown, unknown> = pick(fields);
    const inner = getNamedType(field.type);
    return `${alias()}${field.name}${argumentsOf(field.args)}${condition()}${isCompositeType(inner) ? ` ${selectionOf(inner, depth - 1)}` : ""}`;
  }

  for (let found = 0; found < count; ) {
    const query = selectionOf(schema.getQueryType()!, 4);
    if (validate(schema, parse(query)).length > 0) continue;
    found++;
    yield query;
  }
}

/** The same operation with no alias and every type name; null where two of its fields would then share a key. */
export function withoutAliases(sdl: string, query: string): string | null {
  const plain = visit(parse(query), {
    Field: { leave: ({ alias: _, ...field }) => field },
    SelectionSet: { leave: (set) => ({ ...set, selections: [...set.selections, typename] }) },
  });
  return validate(buildSchema(sdl), plain).length > 0 ? null : print(plain);
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;

/** What an operation answers, out of what it answers without its aliases. */
export function answerUnderAliases(sdl: string, query: string, plain: any): any {
  const schema = buildSchema(sdl);

  function fieldsOf(type: string, sets: SelectionSetNode[], found = new Map<string, FieldNode[]>()): Map<string, FieldNode[]> {
    for (const node of sets.flatMap(({ selections }) => selections)) {
      if (node.directives?.some((directive) => print(directive) === "@skip(if: true)")) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        found.set(key, [...(found.get(key) ?? []), node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        const condition = schema.getType(node.typeCondition!.name.value) as GraphQLCompositeType;
        const applies =
          condition.name === type || (isAbstractType(condition) && schema.isSubType(condition, schema.getType(type) as GraphQLObjectType));
        if (applies) fieldsOf(type, [node.selectionSet], found);
      }
    }
    return found;
  }

  function project(value: any, sets: SelectionSetNode[]): any {
    if (Array.isArray(value)) return value.map((item) => project(item, sets));
    if (value === null || sets.length === 0) return value;
    const fields = [...fieldsOf(value.__typename, sets)];
    return Object.fromEntries(
      fields.map(([key, nodes]) => [
        key,
        project(
          value[nodes[0]!.name.value],
          nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
        ),
      ]),
    );
  }
  return project(plain, [getOperationAST(parse(query))!.selectionSet]);
}
