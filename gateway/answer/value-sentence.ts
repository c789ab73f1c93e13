import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { quoted, shortened } from "./quoted.ts";

export const seeDocumentation = "consultez la documentation du schéma.";

/** A value as its client wrote it. */
export interface WrittenValue {
  text: string;
  /** Where it is, or could be, a value of an enumeration. */
  name?: string | undefined;
  /** Where it is an object: its keys. */
  keys?: readonly string[] | undefined;
}

/** Why a value is not one of the type. */
export function valueSentence(type: GraphQLInputType, { text, name, keys }: WrittenValue): string {
  if (isNonNullType(type))
    return text === "null" ? `Le type ${type} n'accepte pas null.` : valueSentence(type.ofType, { text, name, keys });
  if (isInputObjectType(type) && keys) return objectSentence(type, keys);
  if (isEnumType(type))
    return name === undefined
      ? `La valeur ${shortened(text)} n'est pas de l'énumération ${quoted(type.name)} : écrivez son nom, sans guillemets.`
      : `La valeur ${quoted(name)} n'existe pas dans l'énumération ${quoted(type.name)} : ${seeDocumentation}`;
  const form = isScalarType(type) && !isSpecifiedScalarType(type) && type.description ? ` ${type.description}` : "";
  return `La valeur ${shortened(text)} ne convient pas au type ${type}.${form}`;
}

function objectSentence(type: GraphQLInputObjectType, keys: readonly string[]): string {
  const missing = Object.values(type.getFields())
    .filter((field) => isRequiredInputField(field) && !keys.includes(field.name))
    .map((field) => `Il manque ${quoted(field.name)} (type ${field.type}) dans ${quoted(type.name)}.`);
  const exclusive = type.isOneOf ? [`${quoted(type.name)} demande un seul de ses champs, et non nul.`] : [];
  return [...missing, ...exclusive].join(" ");
}

/** That an input object has no such field. */
export function unknownKey(type: GraphQLNamedType, key: string): string {
  return `Le champ ${quoted(key)} n'existe pas dans ${quoted(type.name)} : ${seeDocumentation}`;
}
