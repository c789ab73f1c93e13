import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from "graphql";
import { messageOf } from "../../foundation/errors.ts";
import { Refused } from "../answer/refused.ts";
import { variable, variableSentence } from "../answer/variable-sentence.ts";

/**
 * The values of a valid operation's variables, defaults included, as their types read them.
 * @throws Refused with what is wrong in them.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const coerced = new Map<string, unknown>();
  const errors: GraphQLError[] = [];
  for (const definition of variableDefinitions) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType;
    const refuse = (message: string) =>
      errors.push(new GraphQLError(messageOf("BAD_ARGUMENT", message), { nodes: definition, extensions: { code: "BAD_ARGUMENT" } }));

    if (!Object.hasOwn(given, name)) {
      if (definition.defaultValue) coerced.set(name, valueFromAST(definition.defaultValue, type));
      else if (isNonNullType(type)) refuse(`La variable ${variable(name)} est obligatoire (type ${type}) : ajoutez-la à « variables ».`);
    } else if (given[name] === null && isNonNullType(type)) {
      refuse(`La variable ${variable(name)} (type ${type}) ne peut pas être nulle.`);
    } else {
      const sentences = new Set<string>();
      const note = (path: readonly (string | number)[], value: unknown) => sentences.add(variableSentence(name, type, path, value));
      coerced.set(name, coerceInputValue(given[name], type, note));
      sentences.forEach(refuse);
    }
  }
  if (errors.length > 0) throw new Refused(errors);
  return Object.fromEntries(coerced);
}
