import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  parse,
  validate,
} from "graphql";
import { seeded } from "../../../random.ts";

/** What is written for an argument, variables among them. */
const literals: Record<string, string[]> = {
  id: ['"b1"', '"b3"', '"f2"', '"u1"', '"u3"', '"b4"', '"zz"', "$id"],
  first: ["1", "2", "6", "null", "$first"],
  lang: ['"fr"', "$lang"],
  currency: ['"USD"', '"EUR"', "$currency"],
  filter: ["{}", "{ kinds: [PAPER] }", "{ kinds: $kinds, minPages: 15 }", "{ minPages: $first }", "null"],
  text: ['"a"'],
};
const declarations: Record<string, string> = {
  id: "ID!",
  first: "Int = 2",
  lang: "String",
  currency: 'String = "USD"',
  kinds: "[Kind!]",
  yes: "Boolean!",
  no: "Boolean = false",
};
const conditions = ["@include(if: $yes)", "@include(if: $no)", "@skip(if: $yes)", "@skip(if: $no)", "@skip(if: false)"];
/** Names that fields have too: what a planner may take an alias for. */
const aliases = ["a", "b", "name", "id", "price"];
const depth = 4;
/** By which some of what is drawn is not valid; the gateway refuses what breaks any other. */
const rules = [OverlappingFieldsCanBeMergedRule, PossibleFragmentSpreadsRule];

/** Random valid queries of the shop with values for their variables, the same for the same seed. */
export function* randomQueries(schema: GraphQLSchema, seed: number, count: number) {
  const random = seeded(seed);
  let fragments: string[] = [];

  function selectionOf(type: GraphQLNamedType, left: number): string {
    return `{ ${Array.from({ length: random.integer(1, 4) }, () => partOf(type, left)).join(" ")} }`;
  }

  function partOf(type: GraphQLNamedType, left: number): string {
    if (random.chance(0.1)) return `${random.chance(0.3) ? "t: " : ""}__typename${condition()}`;
    if (left > 0 && (isUnionType(type) || random.chance(0.3))) return fragmentOn(random.among(conditionsOn(type)), left);
    if (!isObjectType(type) && !isInterfaceType(type)) return "__typename";
    const fields = Object.values(type.getFields()).filter((field) => left > 0 || !isCompositeType(getNamedType(field.type)));
    return fields.length > 0 ? fieldOf(random.among(fields), left) : "__typename";
  }

  function fieldOf({ name, type, args }: GraphQLField<unknown, unknown>, left: number): string {
    const given = args
      .filter((arg) => arg.name === "id" || random.chance(0.5))
      .map((arg) => `${arg.name}: ${random.among(literals[arg.name]!)}`);
    const inner = getNamedType(type);
    return [
      random.chance(0.25) ? `${random.among(aliases)}: ` : "",
      name,
      given.length > 0 ? `(${given.join(", ")})` : "",
      condition(),
      isCompositeType(inner) ? ` ${selectionOf(inner, left - 1)}` : "",
    ].join("");
  }

  function fragmentOn({ name: on }: GraphQLNamedType, left: number): string {
    const type = schema.getType(on)!;
    if (fragments.length >= 4 || random.chance(0.66)) return `... on ${on}${condition()} ${selectionOf(type, left - 1)}`;
    const at = fragments.push("") - 1;
    fragments[at] = `fragment F${at} on ${on} ${selectionOf(type, left - 1)}`;
    return `...F${at}${condition()}`;
  }

  function conditionsOn(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isUnionType(type)) return [...type.getTypes(), schema.getType("Node")!, schema.getType("Named")!];
    if (isAbstractType(type)) return [type, ...schema.getPossibleTypes(type)];
    return isObjectType(type) ? [type, ...type.getInterfaces()] : [type];
  }

  const condition = () => (random.chance(0.12) ? ` ${random.among(conditions)}` : "");

  for (let found = 0; found < count; ) {
    fragments = [];
    const body = `${selectionOf(schema.getQueryType()!, depth)} ${fragments.join(" ")}`;
    const used = Object.keys(declarations).filter((name) => new RegExp(`\\$${name}\\b`).test(body));
    const declared = used.length > 0 ? `(${used.map((name) => `$${name}: ${declarations[name]}`).join(", ")})` : "";
    const query = `query Random${declared} ${body}`;
    if (validate(schema, parse(query), rules, { maxErrors: 1 }).length > 0) continue;
    found++;
    const values = { id: random.among(["b1", "b5", "u2", "f3", "none"]), yes: true, lang: "de", first: 1, no: true, kinds: ["EBOOK"] };
    const isGiven = (name: string) => name === "id" || name === "yes" || random.chance(0.5);
    yield { query, variables: Object.fromEntries(Object.entries(values).filter(([name]) => isGiven(name))) };
  }
}
