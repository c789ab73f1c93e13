import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import type { Place } from "./place.ts";
import type { Run } from "./run.ts";

/** An operation, with the fragments of its document. */
export interface Operation {
  schema: GraphQLSchema;
  definition: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
}

/** A field of an object type as an operation asks for it. */
export interface AskedField {
  operation: Operation;
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** In the answer. */
  key: string;
  nodes: readonly FieldNode[];
}

/** What a resolver is told of its field. */
export function infoOf(field: AskedField, run: Run, place: Place): GraphQLResolveInfo {
  return new FieldInfo(field, run, place) as unknown as GraphQLResolveInfo; // a library declares more of it than graphql-js gives
}

/** Few resolvers read it: it is put together when they do. */
class FieldInfo {
  constructor(
    private readonly field: AskedField,
    private readonly run: Run,
    private readonly place: Place,
  ) {}

  get fieldName() {
    return this.field.definition.name;
  }
  get fieldNodes() {
    return this.field.nodes;
  }
  get returnType() {
    return this.field.definition.type;
  }
  get parentType() {
    return this.field.parentType;
  }
  get path() {
    return { prev: pathTo(this.place), key: this.field.key, typename: this.field.parentType.name };
  }
  get schema() {
    return this.field.operation.schema;
  }
  get fragments() {
    return this.field.operation.fragments;
  }
  get rootValue() {
    return undefined;
  }
  get operation() {
    return this.field.operation.definition;
  }
  get variableValues() {
    return this.run.variables;
  }
}

type Path = GraphQLResolveInfo["path"];

const pathTo = ({ prev, key, typename }: Place): Path | undefined => prev && { prev: pathTo(prev), key, typename };
