import {
  coerceInputValue,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { messageOf } from "../../../foundation/errors.ts";
import { Refused } from "../../answer/refused.ts";
import { variable, variableSentence } from "../../answer/variable-sentence.ts";

/**
 * The values of a valid operation's variables, defaults included, as their types read them.
 * @param document where the operation and its fragments are
 * @throws Refused with what is wrong in them.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const coerced = new Map<string, unknown>();
  const errors: GraphQLError[] = [];
  const standsForNoNull = standsWhereNoNull(schema, document, operation);
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType;
    const refuse = (message: string) =>
      errors.push(new GraphQLError(messageOf("BAD_ARGUMENT", message), { nodes: definition, extensions: { code: "BAD_ARGUMENT" } }));

    if (!Object.hasOwn(given, name)) {
      if (definition.defaultValue) coerced.set(name, valueFromAST(definition.defaultValue, type));
      else if (isNonNullType(type)) refuse(`La variable ${variable(name)} est obligatoire (type ${type}) : ajoutez-la à « variables ».`);
    } else if (given[name] === null && (isNonNullType(type) || (definition.defaultValue && standsForNoNull(name)))) {
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

/**
 * Whether an argument that may not be null has this variable for its value. Validation lets a variable that may be null stand there
 * where it has a default, and a null of the client's takes the place of the default.
 */
function standsWhereNoNull(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): (name: string) => boolean {
  return (name) => {
    const types = new TypeInfo(schema);
    let found = false;
    visit(
      document,
      visitWithTypeInfo(types, {
        OperationDefinition: (node) => (node === operation ? undefined : false),
        Variable: (node) => {
          found ||= node.name.value === name && isNonNullType(types.getInputType());
        },
      }),
    );
    return found;
  };
}
