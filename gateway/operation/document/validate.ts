import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type ValidationRule, validate, visit } from "graphql";
import { messageOf } from "../../../foundation/errors.ts";
import { documentSentences } from "../../answer/document-sentences.ts";
import { fieldSentences } from "../../answer/field-sentences.ts";
import { Refused } from "../../answer/refused.ts";
import type { SentenceOfRule } from "../../answer/sentence-of-rule.ts";
import { responseKey } from "../../response-path.ts";

/** Where validation gives up: enough to say that there are many. */
const maxErrors = 100;

/** graphql-js leaves this to execution, which comes after the guards. */
const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const isExecutable = node.operation !== "subscription" && context.getSchema().getRootType(node.operation);
    if (!isExecutable) context.reportError(new GraphQLError(node.operation, { nodes: node }));
  },
});

/** GraphQL's numbers have no end, those of JSON and of the sources do. */
const finiteNumbers: ValidationRule = (context) => ({
  FloatValue(node) {
    if (!Number.isFinite(Number(node.value))) context.reportError(new GraphQLError(node.value, { nodes: node }));
  },
});

/** Each rule by which a document is judged, with its sentence. */
export const sentencesOfRules: SentenceOfRule[] = [
  [
    knownOperationTypes,
    ([node]) => `Ce graphe ne répond pas aux opérations « ${node?.kind === Kind.OPERATION_DEFINITION ? node.operation : ""} ».`,
  ],
  [finiteNumbers, () => "Un nombre de la requête est trop grand pour être lu : corrigez-le."],
  ...documentSentences,
  ...fieldSentences,
];

const rules = sentencesOfRules.map(speaking);

/** The rule, whose errors say what its sentence does. */
function speaking([rule, sentence]: SentenceOfRule): ValidationRule {
  return (context) => {
    let last: GraphQLError | undefined;
    const reportError = ({ nodes = [] }: GraphQLError) => {
      const said = invalid(sentence(nodes, context), nodes.slice(0, 10));
      // Of two arguments that are missing graphql-js tells one by one; the sentence has both.
      if (said.message === last?.message && said.nodes?.[0] === last.nodes?.[0]) return;
      last = said;
      context.reportError(said);
    };
    return rule(new Proxy(context, { get: (target, key) => (key === "reportError" ? reportError : Reflect.get(target, key)) }));
  };
}

function invalid(message: string, nodes: GraphQLError["nodes"] = []): GraphQLError {
  return new GraphQLError(messageOf("GRAPHQL_VALIDATION_FAILED", message), { nodes, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
}

const tooMuchToCompare = "La requête répète trop de fois les mêmes champs : simplifiez-la.";

/** Fields with arguments under one name: graphql-js compares each with all others, their arguments printed. */
const maxNamesakes = 60;

function hasTooManyNamesakes(document: DocumentNode): boolean {
  const counts = new Map<string, number>();
  visit(document, {
    Field(node) {
      const key = responseKey(node);
      if (node.arguments?.length) counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  });
  return [...counts.values()].some((count) => count > maxNamesakes);
}

/** @throws Refused with what is wrong in a document. */
export function checkValid(schema: GraphQLSchema, document: DocumentNode): void {
  if (hasTooManyNamesakes(document)) throw new Refused([invalid(tooMuchToCompare)]);
  const errors = validate(schema, document, rules, { maxErrors });
  // Where it gives up, graphql-js adds an error of its own.
  const said = errors.filter(({ extensions }) => extensions.code);
  if (errors.length === said.length && said.length > 0) throw new Refused(said);
  if (said.length < errors.length)
    throw said.length < maxErrors ? new Refused([...said, invalid(tooMuchToCompare)]) : new Refused(said, false);
}
