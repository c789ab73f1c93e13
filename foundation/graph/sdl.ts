import { getDocumentNodeFromSchema } from "@graphql-tools/utils";
import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  specifiedDirectives,
  type TypeNode,
  visit,
} from "graphql";

const federation = "https://specs.apollo.dev/federation/v2.9";
const descriptionOf = (value: string) => ({ kind: Kind.STRING, value, block: true }) as const;
const roots: Record<string, ReturnType<typeof descriptionOf>> = {
  Query: descriptionOf("Points d'entrée du graphe."),
  Mutation: descriptionOf("Ce que les partenaires écrivent dans le hub."),
};

type Declared = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * The federated document of a subgraph, out of the schema that its classes make.
 * @throws for a type that does not say who reads it, and for a list that is not a `@Page()`.
 */
export function federatedDocument(name: string, classes: GraphQLSchema): DocumentNode {
  const { definitions } = getDocumentNodeFromSchema(lexicographicSortSchema(classes));
  const types = definitions.filter(isDeclared);
  const refused = [...withoutReader(types), ...withoutPage(types)];
  if (refused.length > 0) throw new Error(`${name}: ${refused.join("; ")}`);
  const described = definitions.map((node) =>
    isDeclared(node) && isRoot(node) ? { ...node, description: roots[node.name.value]! } : node,
  );
  return { kind: Kind.DOCUMENT, definitions: [...linkTo(directivesIn(definitions)), ...described] };
}

const isDeclared = (node: DefinitionNode): node is Declared =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
const isRoot = (node: DefinitionNode) => isDeclared(node) && Object.hasOwn(roots, node.name.value);

/** Names of the federation directives that the definitions use. */
function directivesIn(definitions: readonly DefinitionNode[]): string[] {
  const used = new Set<string>();
  visit({ kind: Kind.DOCUMENT, definitions }, { Directive: ({ name }) => void used.add(name.value) });
  for (const { name } of specifiedDirectives) used.delete(name);
  return [...used].sort();
}

function linkTo(directives: string[]): readonly DefinitionNode[] {
  const imports = JSON.stringify(directives.map((name) => `@${name}`));
  return parse(`extend schema @link(url: "${federation}", import: ${imports})`, { noLocation: true }).definitions;
}

/** Every type says who may read it; `@inaccessible` is for what only the gateway asks. */
const withoutReader = (types: Declared[]): string[] =>
  types
    .filter((type) => !isRoot(type) && !type.directives?.some(({ name }) => ["tag", "inaccessible"].includes(name.value)))
    .map((type) => `${type.name.value} must be @Open() or @Restricted(scope)`);

/** Every field that answers a page says that its price is what `first` asks for. */
function withoutPage(types: Declared[]): string[] {
  const pages = types.filter(({ fields }) => fields?.some(({ type }) => namedIn(type) === "PageInfo")).map(({ name }) => name.value);
  return types.flatMap((type) =>
    (type.fields ?? [])
      .filter((field) => pages.includes(namedIn(field.type)) && !isSliced(field))
      .map((field) => `${type.name.value}.${field.name.value} answers a page: it must be a @Page()`),
  );
}

const isSliced = ({ directives }: FieldDefinitionNode) =>
  directives?.some(
    ({ name, arguments: given }) => name.value === "listSize" && given?.some((one) => one.name.value === "slicingArguments"),
  );

const namedIn = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type));
