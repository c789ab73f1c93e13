import { type GraphQLInputObjectType, type GraphQLInputType, getNamedType, getNullableType, isInputObjectType, isListType } from "graphql";
import { quoted } from "./quoted.ts";
import { unknownKey, valueSentence } from "./value-sentence.ts";

type Path = readonly (string | number)[];

/** A variable, as its document writes it. */
export const variable = (name: string | undefined) => quoted(`$${name}`);

/** Why the value at a path of a variable is not one of its type. */
export function variableSentence(name: string, type: GraphQLInputType, path: Path, value: unknown): string {
  const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return `La variable ${variable(name + place)} a une valeur qui ne convient pas. ${reason(typeAt(type, path, value), value)}`;
}

function reason(type: GraphQLInputType, value: unknown): string {
  const keys = value !== null && typeof value === "object" && !Array.isArray(value) ? Object.keys(value) : undefined;
  const object = getNamedType(type);
  const unknown = isInputObjectType(object) ? keys?.find((key) => !Object.hasOwn(object.getFields(), key)) : undefined;
  if (unknown !== undefined) return unknownKey(object, unknown);
  return valueSentence(type, { text: JSON.stringify(value), name: typeof value === "string" ? value : undefined, keys });
}

function typeAt(type: GraphQLInputType, path: Path, value: unknown): GraphQLInputType {
  const [step, ...rest] = path;
  const nullable = getNullableType(type);
  if (isListType(nullable) && typeof step === "number") return typeAt(nullable.ofType, rest, value);
  // A value that is no list stands for a list of one.
  if (isListType(nullable) && value !== null) return typeAt(nullable.ofType, path, value);
  return step === undefined ? type : typeAt((nullable as GraphQLInputObjectType).getFields()[step]!.type, rest, value);
}
