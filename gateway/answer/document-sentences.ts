import {
  type ASTNode,
  ExecutableDefinitionsRule,
  FragmentsOnCompositeTypesRule,
  Kind,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  MaxIntrospectionDepthRule,
  NoFragmentCyclesRule,
  NoUndefinedVariablesRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  PossibleFragmentSpreadsRule,
  print,
  UniqueFragmentNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
} from "graphql";
import { nameOf } from "./node-name.ts";
import { quoted, shortened } from "./quoted.ts";
import type { SentenceOfRule } from "./sentence-of-rule.ts";
import { seeDocumentation } from "./value-sentence.ts";
import { variable } from "./variable-sentence.ts";

/** What the rules say of operations, fragments, types and variables. */
export const documentSentences: SentenceOfRule[] = [
  [
    ExecutableDefinitionsRule,
    ([definition]) =>
      `Une requête ne contient que des opérations et des fragments : retirez la définition ${quoted(nameOf(definition) ?? "schema")}.`,
  ],
  [UniqueOperationNamesRule, ([name]) => `${quoted(nameOf(name))} est défini deux fois.`],
  [LoneAnonymousOperationRule, () => "Une opération sans nom doit être seule : nommez chacune, et choisissez avec « operationName »."],
  [
    MaxIntrospectionDepthRule,
    () => "L'introspection imbrique trop de listes de types, de champs ou d'arguments : demandez-en moins à la fois.",
  ],
  [KnownTypeNamesRule, ([type]) => `Le type ${quoted(nameOf(type))} n'existe pas : ${seeDocumentation}`],
  [FragmentsOnCompositeTypesRule, ([type]) => `Un fragment porte sur un objet : ${quoted(nameOf(type))} n'en est pas un.`],
  [UniqueFragmentNamesRule, ([name]) => `${quoted(nameOf(name))} est défini deux fois.`],
  [KnownFragmentNamesRule, ([name]) => `Le fragment ${quoted(nameOf(name))} n'est pas défini dans la requête.`],
  [NoUnusedFragmentsRule, ([fragment]) => `Le fragment ${quoted(nameOf(fragment))} n'est jamais utilisé : retirez-le.`],
  [
    PossibleFragmentSpreadsRule,
    ([spread]) =>
      `${spread?.kind === Kind.FRAGMENT_SPREAD ? `Le fragment ${quoted(nameOf(spread))}` : "Ce fragment"} porte sur un autre type que celui où il est employé.`,
  ],
  [NoFragmentCyclesRule, (spreads) => `Le fragment ${quoted(nameOf(spreads.at(-1)))} se contient lui-même.`],
  [UniqueVariableNamesRule, ([name]) => `La variable ${variable(nameOf(name))} est déclarée deux fois.`],
  [
    VariablesAreInputTypesRule,
    ([type]) => `Une variable ne peut pas être du type ${shortened(print(type!))} : un argument est une valeur.`,
  ],
  [NoUndefinedVariablesRule, ([usage]) => `La variable ${variable(nameOf(usage))} n'est pas déclarée par l'opération.`],
  [NoUnusedVariablesRule, ([definition]) => `La variable ${variable(nameOf(definition))} n'est jamais utilisée : retirez-la.`],
  [
    VariablesInAllowedPositionRule,
    ([definition, usage], context) => {
      const operation = context
        .getDocument()
        .definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION && node.variableDefinitions?.includes(definition as never));
      const expected = context.getRecursiveVariableUsages(operation as never).find(({ node }) => node === usage)?.type;
      return `La variable ${variable(nameOf(definition))} est de type ${typeOf(definition)} là où le type ${expected} est attendu.`;
    },
  ],
];

const typeOf = (definition: ASTNode | undefined) =>
  definition?.kind === Kind.VARIABLE_DEFINITION ? shortened(print(definition.type)) : "";
