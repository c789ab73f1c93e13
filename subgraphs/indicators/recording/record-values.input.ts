import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { Restricted } from "../../../foundation/graph/audience.ts";
import { maxWrittenValues } from "../../../foundation/limits.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";

@InputType({
  description: "Un chiffre à écrire : sa valeur, ou la raison de son absence. Les règles sont celles du format d'échange « observations ».",
})
export class ValueInput {
  @Field(() => ID, { description: "Code de l'indicateur, dont vous êtes le producteur. Son unité est celle du catalogue." })
  indicator!: string;

  @Field(() => ID, { description: "Territoire, par exemple « DEPARTMENT:52 » ou « COMMUNE:52121 »." })
  territory!: string;

  @Field(() => Int, { description: "Année que le chiffre décrit." })
  year!: number;

  @Field(() => Float, { nullable: true, description: "Valeur ; sans elle, « status » dit pourquoi." })
  value?: number | null;

  @Field(() => Float, { nullable: true, description: "Numérateur : obligatoire pour un taux qui relève du secret statistique." })
  numerator?: number | null;

  @Field(() => Float, { nullable: true, description: "Dénominateur : obligatoire pour un taux qui relève du secret statistique." })
  denominator?: number | null;

  @Field(() => ObservationStatus, { description: "Nature du chiffre, ou raison de son absence." })
  status!: ObservationStatus;

  @Field(() => String, {
    nullable: true,
    description: "Millésime : ce que le chiffre décrit, en toutes lettres (« décembre 2025 ») ; par défaut, l'année.",
  })
  printedVintage?: string | null;

  @Field(() => String, { nullable: true, description: "Remarque, qui ne répète pas le chiffre." })
  notes?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Année du découpage (au 1er janvier) dans lequel le territoire est compté : obligatoire pour une commune ou un EPCI si l'indicateur relève du secret statistique.",
  })
  perimeter?: number | null;

  @Field(() => Int, { nullable: true, description: "Pour un minorant (LOWER_BOUND) : combien de parties manquent à la somme." })
  missingParts?: number | null;

  @Field(() => String, { nullable: true, description: "Qui a calculé le chiffre et comment, s'il est dérivé." })
  computedBy?: string | null;

  @Field(() => Int, { nullable: true, description: "Pour un montant d'établissements : combien ils sont." })
  establishments?: number | null;

  @Field(() => Float, { nullable: true, description: "Pour un montant d'établissements : la part du premier, en %." })
  largestShare?: number | null;
}

@InputType({ description: "Des chiffres à écrire, tous ou aucun." })
export class RecordValuesInput {
  @Field(() => ID, {
    description:
      "Clé de cet envoi, à vous seul : le même envoi répété sous la même clé a la même réponse et n'écrit rien de plus (pendant 30 jours). 100 caractères au plus.",
  })
  idempotencyKey!: string;

  @Field(() => [ValueInput], { description: `Les chiffres, ${maxWrittenValues} au plus.` })
  values!: ValueInput[];

  @Field(() => Boolean, { defaultValue: false, description: "Tout vérifier, ne rien écrire." })
  dryRun!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: "Écrire bien que l'envoi change beaucoup de ce qui était déjà publié." })
  confirm!: boolean;
}

@Restricted("values:write")
@ObjectType({
  description: "Ce qu'un envoi de chiffres est devenu. Une réponse veut dire que tout est écrit, ou, pour un essai, que tout le serait.",
})
export class Recorded {
  @Field(() => [ID], { description: "Identifiants des valeurs, dans l'ordre de l'envoi : « value(id:) » les lit." })
  ids!: string[];

  @Field(() => Int, { description: "Combien de chiffres sont nouveaux, ou corrigent celui d'avant." })
  recorded!: number;

  @Field(() => Int, { description: "Combien étaient déjà au registre, tels quels." })
  unchanged!: number;

  @Field(() => Int, {
    description:
      "Combien, de ceux de l'envoi, le secret statistique retient : trop faibles, ou parce qu'ils permettraient d'en déduire d'autres.",
  })
  withheld!: number;
}
