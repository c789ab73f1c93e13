import { Field, Int, ObjectType } from "type-graphql";
import type { Budgets } from "../../../foundation/budgets.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { budgetByKind } from "../../../foundation/rights/budget-by-kind.ts";
import type { ClientKind } from "../../../foundation/rights/rights.ts";

@Open()
@ObjectType({
  description:
    "Ce qu'un appelant peut demander au hub, en unités de coût : un objet de la réponse en vaut une, une valeur renommée par un alias aussi.",
})
export class CallerLimits {
  @Field(() => Int, { description: "Coût le plus élevé d'une opération." })
  maxCost!: number;

  @Field(() => Int, { description: "Coût qu'il peut dépenser d'un coup ; les en-têtes « RateLimit » disent ce qu'il en reste." })
  budget!: number;

  @Field(() => Int, { description: "Durée en laquelle un budget épuisé se reconstitue, de façon continue, en secondes." })
  windowSeconds!: number;

  static of(kind: ClientKind, budgets: Budgets): CallerLimits {
    return { maxCost: budgets.maxCost, budget: budgetByKind(budgets)[kind], windowSeconds: budgets.budgetWindowSeconds };
  }
}
