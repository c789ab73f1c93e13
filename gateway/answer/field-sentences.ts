import {
  FieldsOnCorrectTypeRule,
  type GraphQLArgument,
  getNamedType,
  isLeafType,
  isRequiredArgument,
  Kind,
  KnownArgumentNamesRule,
  KnownDirectivesRule,
  type ObjectFieldNode,
  OverlappingFieldsCanBeMergedRule,
  ProvidedRequiredArgumentsRule,
  print,
  ScalarLeafsRule,
  UniqueArgumentNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueInputFieldNamesRule,
  type ValidationContext,
  type ValueNode,
  ValuesOfCorrectTypeRule,
} from "graphql";
import { responseKey } from "../response-path.ts";
import { nameOf } from "./node-name.ts";
import { quoted } from "./quoted.ts";
import type { SentenceOfRule } from "./sentence-of-rule.ts";
import { seeDocumentation, unknownKey, valueSentence } from "./value-sentence.ts";

/** What the rules say of fields, their arguments, their directives and the values written there. */
export const fieldSentences: SentenceOfRule[] = [
  [
    FieldsOnCorrectTypeRule,
    ([field], context) =>
      `Le champ ${quoted(nameOf(field))} n'existe pas sur le type ${quoted(context.getParentType()?.name)} : ${seeDocumentation}`,
  ],
  [
    ScalarLeafsRule,
    (_, context) => {
      const field = quoted(context.getFieldDef()?.name);
      const type = context.getType()!;
      return isLeafType(getNamedType(type))
        ? `Le champ ${field} est une valeur simple (${type}) : retirez les accolades.`
        : `Le champ ${field} est un objet (${type}) : dites entre accolades quels champs vous voulez.`;
    },
  ],
  [
    OverlappingFieldsCanBeMergedRule,
    ([field]) =>
      `${quoted(field?.kind === Kind.FIELD ? responseKey(field) : "")} désigne deux champs différents : donnez-leur des alias distincts.`,
  ],
  [
    KnownArgumentNamesRule,
    ([argument], context) => {
      const directive = context.getDirective();
      const name = quoted(nameOf(argument));
      if (directive) return `L'argument ${name} n'existe pas sur la directive ${quoted(`@${directive.name}`)}.`;
      const field = `${context.getParentType()?.name}.${context.getFieldDef()?.name}`;
      return `L'argument ${name} n'existe pas sur ${quoted(field)} : ${seeDocumentation}`;
    },
  ],
  [UniqueArgumentNamesRule, ([argument]) => `${quoted(nameOf(argument))} est défini deux fois.`],
  [
    ProvidedRequiredArgumentsRule,
    ([node], context) => {
      if (node?.kind === Kind.DIRECTIVE) {
        const missing = missingOf(context.getSchema().getDirective(node.name.value)?.args, node.arguments);
        return missing.map((argument) => `${argument} de la directive ${quoted(`@${node.name.value}`)} est obligatoire.`).join(" ");
      }
      const missing = missingOf(context.getFieldDef()?.args, node?.kind === Kind.FIELD ? node.arguments : []);
      return missing.map((argument) => `${argument} de ${quoted(nameOf(node))} est obligatoire.`).join(" ");
    },
  ],
  [
    KnownDirectivesRule,
    ([directive], context) => {
      const name = nameOf(directive)!;
      return context.getSchema().getDirective(name)
        ? `La directive ${quoted(`@${name}`)} ne s'emploie pas à cet endroit.`
        : `La directive ${quoted(`@${name}`)} n'existe pas.`;
    },
  ],
  [
    UniqueDirectivesPerLocationRule,
    ([directive]) => `La directive ${quoted(`@${nameOf(directive)}`)} s'emploie au plus une fois au même endroit.`,
  ],
  [UniqueInputFieldNamesRule, ([field]) => `${quoted(nameOf(field))} est défini deux fois.`],
  [ValuesOfCorrectTypeRule, ([node], context) => literalSentence(node as ValueNode | ObjectFieldNode, context)],
];

function missingOf(declared: readonly GraphQLArgument[] = [], given: readonly { name: { value: string } }[] = []): string[] {
  return declared
    .filter((argument) => isRequiredArgument(argument) && !given.some(({ name }) => name.value === argument.name))
    .map((argument) => `L'argument ${quoted(argument.name)} (type ${argument.type})`);
}

function literalSentence(node: ValueNode | ObjectFieldNode, context: ValidationContext): string {
  if (node.kind === Kind.OBJECT_FIELD) return unknownKey(getNamedType(context.getParentInputType())!, node.name.value);
  return valueSentence(context.getInputType()!, {
    text: print(node),
    name: node.kind === Kind.ENUM ? node.value : undefined,
    keys: node.kind === Kind.OBJECT ? node.fields.map(({ name }) => name.value) : undefined,
  });
}
