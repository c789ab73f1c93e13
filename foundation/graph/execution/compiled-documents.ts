import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  parse,
  validate,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { type CompiledOperation, compileOperation } from "./compile-operation.ts";
import type { Operation } from "./field-info.ts";

export interface Request {
  text: string;
  operationName?: string | null | undefined;
  /** As they came: they are checked here against their types. */
  variables?: Record<string, unknown> | null | undefined;
}

/** What is invalid in the text or in the variables is told as it is, without data. */
export type Execute = (request: Request, context: unknown) => ExecutionResult | Promise<ExecutionResult>;

interface Document {
  /** By name; undefined: the only one. */
  operations: ReadonlyMap<string | undefined, Operation>;
  /** The variables by which `@skip` and `@include` choose. */
  conditions: readonly string[];
  compiled: LRUCache<string, CompiledOperation>;
}

/** All texts that a schema keeps; compiled, a character takes some 250 bytes. */
const maxCharacters = 60_000;
/** Of a document: its operations, each for some values of the conditions. */
const maxCompiled = 8;
const maxVariableErrors = 50;

/** Executes texts on a schema as graphql-js does; each is parsed, validated and compiled once. */
export function compiledDocuments(schema: GraphQLSchema): Execute {
  const documents = new LRUCache<string, Document>({ maxSize: maxCharacters, sizeCalculation: (_, text) => text.length });

  return ({ text, operationName, variables }, context) => {
    let known = documents.get(text);
    if (!known) {
      const read = readDocument(schema, text);
      if (Array.isArray(read)) return { errors: read };
      known = read as Document;
      documents.set(text, known);
    }
    const operation = known.operations.get(operationName ?? undefined);
    if (!operation)
      return {
        errors: [
          new GraphQLError(
            operationName
              ? `Unknown operation named "${operationName}".`
              : "Must provide operation name if query contains multiple operations.",
          ),
        ],
      };
    const { coerced, errors } = getVariableValues(schema, operation.definition.variableDefinitions ?? [], variables ?? {}, {
      maxErrors: maxVariableErrors,
    });
    if (errors) return { errors };
    try {
      return compiledOf(known, operation, coerced)(context, coerced);
    } catch (error) {
      return { errors: [error as GraphQLError], data: null };
    }
  };
}

/** The document of a text, or what is invalid in it. */
function readDocument(schema: GraphQLSchema, text: string): Document | readonly GraphQLError[] {
  let parsed: DocumentNode;
  try {
    parsed = parse(text);
  } catch (error) {
    return [error as GraphQLError];
  }
  const errors = validate(schema, parsed);
  if (errors.length > 0) return errors;
  return { operations: operationsIn(schema, parsed), conditions: conditionsIn(parsed), compiled: new LRUCache({ max: maxCompiled }) };
}

function operationsIn(schema: GraphQLSchema, { definitions }: DocumentNode): Document["operations"] {
  const fragments = Object.fromEntries(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const operations = definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .map((definition) => ({ schema, definition, fragments }));
  const byName = new Map<string | undefined, Operation>(operations.map((each) => [each.definition.name?.value, each]));
  if (operations.length === 1) byName.set(undefined, operations[0]!);
  return byName;
}

function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function compiledOf({ conditions, compiled }: Document, operation: Operation, variables: Record<string, unknown>): CompiledOperation {
  const chosen = Object.fromEntries(conditions.map((name) => [name, variables[name]]));
  const key = `${operation.definition.name?.value} ${Object.values(chosen)}`;
  let made = compiled.get(key);
  if (!made) {
    made = compileOperation(operation, chosen);
    compiled.set(key, made);
  }
  return made;
}
