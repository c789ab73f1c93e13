import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from "graphql";
import type { seeded } from "../../../random.ts";

export interface RandomDocument {
  text: string;
  variables: Record<string, unknown>;
}

/** Values for arguments, in JSON, by their name and the name of their type. */
export type Draw = (name: string, type: string) => unknown;

/** A random valid document: aliases, fragments in fragments, conditions and arguments by literal and by variable. */
export function randomDocument(schema: GraphQLSchema, random: ReturnType<typeof seeded>, draw: Draw, depth: number): RandomDocument {
  for (;;) {
    const document = attempt(schema, random, draw, depth);
    if (validate(schema, parse(document.text)).length === 0) return document;
  }
}

function attempt(schema: GraphQLSchema, { integer, among, chance }: ReturnType<typeof seeded>, draw: Draw, depth: number): RandomDocument {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];

  function variable(type: string, value: unknown): string {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    if (value !== undefined) variables[name] = value;
    return `$${name}`;
  }

  const condition = () => {
    if (!chance(0.12)) return "";
    const value = chance(0.6) ? variable("Boolean!", chance(0.5)) : String(chance(0.5));
    return ` @${among(["skip", "include"])}(if: ${value})`;
  };
  const alias = () => (chance(0.2) ? `${among(["a", "b", "name", "__proto__"])}: ` : "");

  function drawn(type: GraphQLInputType, name: string): unknown {
    const bare = getNullableType(type);
    if (isListType(bare))
      return chance(0.2) ? drawn(bare.ofType, name) : Array.from({ length: integer(0, 3) }, () => drawn(bare.ofType, name));
    if (isInputObjectType(bare)) {
      const given = Object.values(bare.getFields()).filter(() => chance(0.3));
      return Object.fromEntries(given.map((field) => [field.name, drawn(field.type, field.name)]));
    }
    return isEnumType(bare) ? among(bare.getValues()).name : draw(name, String(bare));
  }

  function argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || chance(0.3));
    if (given.length === 0) return "";
    const written = given.map((arg) => {
      const value = drawn(arg.type, arg.name);
      const isEnum = isEnumType(getNamedType(arg.type));
      const literal = isEnum ? JSON.stringify(value).replaceAll('"', "") : JSON.stringify(value);
      const byVariable = chance(0.5) || literal.includes("{");
      return `${arg.name}: ${byVariable ? variable(String(arg.type), chance(0.9) ? value : among([undefined, null, 1.5])) : literal}`;
    });
    return `(${written.join(", ")})`;
  }

  function selectionOf(type: GraphQLNamedType, left: number): string {
    return `{ ${Array.from({ length: integer(1, 4) }, () => partOf(type, left)).join(" ")} }`;
  }

  function partOf(type: GraphQLNamedType, left: number): string {
    if (left > 0 && (isUnionType(type) || chance(0.25))) {
      const possible: readonly GraphQLNamedType[] = isAbstractType(type)
        ? [type, ...schema.getPossibleTypes(type)]
        : [type, ...(isObjectType(type) ? type.getInterfaces() : [])];
      const on = among(possible);
      const selection = selectionOf(on, left - 1);
      if (chance(0.6)) return `... ${chance(0.8) ? `on ${on.name}` : ""}${condition()} ${selection}`;
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${on.name} ${selection}`);
      return `...${name}${condition()} ${chance(0.3) ? `...${name}${condition()}` : ""}`;
    }
    if (isUnionType(type) || chance(0.08)) return `${alias()}__typename${condition()}`;
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${type} has no fields`);
    const fields = Object.values(type.getFields()).filter((each) => left > 0 || !isCompositeType(getNamedType(each.type)));
    if (fields.length === 0) return "__typename";
    const field = among(fields);
    const inner = getNamedType(field.type);
    return `${alias()}${field.name}${argumentsOf(field.args)}${condition()}${isCompositeType(inner) ? ` ${selectionOf(inner, left - 1)}` : ""}`;
  }

  const selection = selectionOf(schema.getQueryType()!, depth);
  const text = `query${declared.length > 0 ? `(${declared.join(", ")})` : ""} ${selection} ${fragments.join(" ")}`;
  return { text, variables };
}
