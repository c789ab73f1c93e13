import {
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { Turns } from "../../turns.ts";
import { Context } from "../context.ts";
import type { Operation } from "./field-info.ts";
import { Data, Place } from "./place.ts";
import { Run, type WriteFields } from "./run.ts";
import { type Conditions, selectedFields } from "./selected-fields.ts";
import { fieldWriter } from "./write-field.ts";

/** Executes an operation with coerced variables: what it gives is no promise where nothing had to be waited for. */
export type CompiledOperation = (context: unknown, variables: Record<string, unknown>) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Makes closures of a valid operation: those of the root now, those of an object type when one is first met.
 * @throws GraphQLError where the schema has no such operations, or a condition is null
 */
export function compileOperation(operation: Operation, conditions: Conditions): CompiledOperation {
  const { schema, definition, fragments } = operation;
  const rootType = schema.getRootType(definition.operation);
  if (!rootType) throw new GraphQLError(`Schema is not configured to execute ${definition.operation} operation.`, { nodes: definition });
  let fieldCount = 0;
  const rootFields = fieldsOf(rootType, [definition]);
  return definition.operation === "mutation" ? executeInTurn : executeTogether;

  function executeTogether(context: unknown, variables: Record<string, unknown>): ExecutionResult | Promise<ExecutionResult> {
    const { run, data, root, result } = begin(context, variables);
    inOrder(rootFields)(run, undefined, data, root);
    return run.isWaiting ? run.settled().then(result) : result();
  }

  async function executeInTurn(context: unknown, variables: Record<string, unknown>): Promise<ExecutionResult> {
    const { run, data, root, result } = begin(context, variables);
    for (const write of rootFields) {
      if (root.isNull) break;
      write(run, undefined, data, root);
      if (run.isWaiting) await run.settled();
    }
    return result();
  }

  function begin(context: unknown, variables: Record<string, unknown>) {
    const run = new Run(context, variables, turnsOf(context));
    const data = new Data();
    const answer: Record<string, unknown> = { data };
    const root = new Place(undefined, "data", undefined, answer, true);
    const result = (): ExecutionResult => (run.excess ? { errors: [run.excess], data: null } : written());
    const written = () => (run.errors.length > 0 ? { errors: run.errors, ...answer } : answer) as ExecutionResult;
    return { run, data, root, result };
  }

  function fieldsOf(parentType: GraphQLObjectType, askedBy: readonly { selectionSet?: SelectionSetNode | undefined }[]): WriteFields[] {
    const sets = askedBy.flatMap(({ selectionSet }) => selectionSet ?? []);
    return Array.from(selectedFields(schema, fragments, conditions, parentType, sets), ([key, nodes]) => {
      const field = { operation, parentType, definition: definitionOf(parentType, nodes[0]!), key, nodes };
      return fieldWriter(field, fieldCount++, (type) => inOrder(fieldsOf(type, nodes)));
    });
  }

  function definitionOf(type: GraphQLObjectType, { name }: FieldNode): GraphQLField<unknown, unknown> {
    const ofEvery = [TypeNameMetaFieldDef, ...(type === rootType ? [SchemaMetaFieldDef, TypeMetaFieldDef] : [])];
    return ofEvery.find((each) => each.name === name.value) ?? type.getFields()[name.value]!;
  }
}

/** Those of the call, so that what it loads waits for them. */
const turnsOf = (context: unknown) => (context instanceof Context ? context.turns : new Turns());

function inOrder(fields: readonly WriteFields[]): WriteFields {
  return (run, object, data, place) => {
    for (const write of fields) {
      if (place.isNull) return;
      write(run, object, data, place);
    }
  };
}
