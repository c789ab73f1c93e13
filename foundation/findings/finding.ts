import { Directive, Field, ID, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../enumeration.ts";
import { Open } from "../graph/audience.ts";
import { Party } from "../terms/party.ts";

export const Severity = enumeration("Severity", "Gravité d'un constat.", {
  ERROR: "Une règle n'est pas respectée.",
  WARNING: "À vérifier : des faits se contredisent, ou il en manque.",
  NOTICE: "Bon à savoir.",
});
export type Severity = EnumValue<typeof Severity>;

@Open()
@ObjectType({ description: "Ce qui ne va pas : une règle qui n'est pas respectée, des faits qui se contredisent, un fait qui manque." })
@Directive("@shareable")
export class Finding {
  @Field(() => ID, { description: "Code de la règle." })
  code!: string;

  @Field(() => Severity, { description: "Gravité." })
  severity!: Severity;

  @Field(() => String, { description: "Sur quoi il porte : « plan 2026 », « schéma 2024-2029 », un code d'indicateur." })
  subject!: string;

  @Field(() => String, { description: "Ce qui ne va pas." })
  message!: string;

  @Field(() => String, { nullable: true, description: "Ce qu'il faut faire." })
  correction!: string | null;

  @Field(() => String, { nullable: true, description: "Base légale de la règle ; null si elle n'est que de bon sens." })
  legalBasis!: string | null;

  @Field(() => Party, { nullable: true, description: "À qui demander." })
  askWhom!: Party | null;
}

/** What a rule says of all that it finds. */
type Common = Pick<Finding, "code" | "severity" | "correction" | "legalBasis" | "askWhom">;
/** What it says of one thing. */
export type Found = Pick<Finding, "subject" | "message">;

/** A rule, in a file named after it. */
export interface FindingRule<Facts> extends Common {
  /** What does not fit in the facts; nothing where they say nothing. */
  find: (facts: Facts) => readonly Found[];
}

/** What each rule finds, in the order of the rules. */
export function findingsOf<Facts>(rules: readonly FindingRule<Facts>[], facts: Facts): Finding[] {
  return rules.flatMap(({ find, ...common }) => find(facts).map((found) => Object.assign(new Finding(), common, found)));
}
