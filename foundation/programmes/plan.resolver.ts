import { type ClassType, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { today } from "../day.ts";
import { Open } from "../graph/audience.ts";
import type { Context } from "../graph/context.ts";
import { Indicator } from "../numbers/indicator-stub.ts";
import { Party } from "../terms/party.ts";
import { Action } from "./action.entity.ts";
import { ActionProgress } from "./action-progress.entity.ts";
import { ActionState, actionState } from "./action-state.ts";
import { Axis } from "./axis.entity.ts";
import { type Detail, DetailKind } from "./detail.entity.ts";
import { Objective } from "./objective.entity.ts";
import { type Plan, plans } from "./readings.ts";

@Open()
@ObjectType({ description: "Partenaire d'un axe, d'un objectif ou d'une action." })
@Directive("@shareable")
class PlanPartner {
  @Field(() => Party, { nullable: true, description: "Nature de l'organisme ; null si la source n'en dit que le nom." })
  party!: Party | null;

  @Field(() => String, { description: "Organisme, tel qu'imprimé ; jamais une personne." })
  label!: string;
}

@Open()
@ObjectType({ description: "Moyen engagé." })
@Directive("@shareable")
class Means {
  @Field(() => Party, { nullable: true, description: "Qui l'engage ; null si la source ne le dit pas." })
  party!: Party | null;

  @Field(() => String, { description: "Moyen, tel qu'imprimé." })
  label!: string;
}

@Open()
@ObjectType({ description: "Indicateur de suivi qu'un engagement se donne." })
@Directive("@shareable")
class ActionIndicator {
  @Field(() => String, { description: "Libellé, tel qu'imprimé." })
  label!: string;

  @Field(() => Indicator, { nullable: true, description: "Indicateur du hub qui le mesure ; null si aucun." })
  indicator!: Indicator | null;
}

type Part = Pick<Axis, "id" | "programme">;

/** Of the programme of which something is a part: there is one. */
export const planOf = async (context: Context, programme: string): Promise<Plan> => (await plans(context, { programme }))!;

async function detailsFor({ id, programme }: Part, kind: DetailKind, context: Context): Promise<Detail[]> {
  const { details } = await planOf(context, programme);
  return details.filter((detail) => detail.parent === id && detail.kind === kind);
}

/** What an axis, an objective and an action each may have of their own. */
function partResolver<T extends Part>(type: ClassType<T>) {
  @Resolver(() => type)
  abstract class PartResolver {
    @FieldResolver(() => [PlanPartner], { description: "Partenaires associés ; vide si la source n'en dit aucun." })
    @Directive("@listSize(assumedSize: 5)")
    partners(@Root() part: T, @Ctx() context: Context): Promise<PlanPartner[]> {
      return detailsFor(part, DetailKind.PARTNER, context);
    }

    @FieldResolver(() => [Means], { description: "Moyens engagés ; vide si la source n'en dit aucun." })
    @Directive("@listSize(assumedSize: 5)")
    means(@Root() part: T, @Ctx() context: Context): Promise<Means[]> {
      return detailsFor(part, DetailKind.MEANS, context);
    }

    @FieldResolver(() => [ActionIndicator], {
      description: "Indicateurs de suivi propres à l'engagement ; vide si la source n'en dit aucun.",
    })
    @Directive("@listSize(assumedSize: 4)")
    async indicators(@Root() part: T, @Ctx() context: Context): Promise<ActionIndicator[]> {
      const details = await detailsFor(part, DetailKind.INDICATOR, context);
      return details.map(({ label, indicator }) => ({ label, indicator: indicator === null ? null : Indicator.of(indicator) }));
    }

    @FieldResolver(() => [String], { description: "Étapes, actions clés ou sous-actions, telles qu'imprimées." })
    @Directive("@listSize(assumedSize: 4)")
    async steps(@Root() part: T, @Ctx() context: Context): Promise<string[]> {
      return (await detailsFor(part, DetailKind.STEP, context)).map(({ label }) => label);
    }

    @FieldResolver(() => [String], { description: "Priorités, telles qu'imprimées." })
    @Directive("@listSize(assumedSize: 2)")
    async priorities(@Root() part: T, @Ctx() context: Context): Promise<string[]> {
      return (await detailsFor(part, DetailKind.PRIORITY, context)).map(({ label }) => label);
    }
  }
  return PartResolver;
}

@Resolver(() => Axis)
export class AxisResolver extends partResolver(Axis) {
  @FieldResolver(() => [Objective], { description: "Objectifs de l'axe ; vide si le document n'en distingue pas." })
  @Directive("@listSize(assumedSize: 3)")
  async objectives(@Root() { id, programme }: Axis, @Ctx() context: Context): Promise<Objective[]> {
    return (await planOf(context, programme)).objectives.filter(({ axis }) => axis === id);
  }

  @FieldResolver(() => [Action], { description: "Actions de l'axe, celles de ses objectifs comprises." })
  @Directive("@listSize(assumedSize: 5)")
  async actions(@Root() { id, programme }: Axis, @Ctx() context: Context): Promise<Action[]> {
    const { objectives, actions } = await planOf(context, programme);
    const parents = new Set([id, ...objectives.filter(({ axis }) => axis === id).map((objective) => objective.id)]);
    return actions.filter(({ parent }) => parents.has(parent));
  }
}

@Resolver(() => Objective)
export class ObjectiveResolver extends partResolver(Objective) {
  @FieldResolver(() => [Action], { description: "Actions de l'objectif." })
  @Directive("@listSize(assumedSize: 3)")
  async actions(@Root() { id, programme }: Objective, @Ctx() context: Context): Promise<Action[]> {
    return (await planOf(context, programme)).actions.filter(({ parent }) => parent === id);
  }
}

@Resolver(() => Action)
export class ActionResolver extends partResolver(Action) {
  @FieldResolver(() => ActionState, { description: "Où elle en est, d'après ce qui en a été dit en dernier." })
  async state(@Root() action: Action, @Ctx() context: Context): Promise<ActionState> {
    const [last] = await progressOfAction(action, context);
    return actionState(last?.state ?? ActionState.UNKNOWN, action.endOn, today());
  }

  @FieldResolver(() => [ActionProgress], { description: "Ce qui en a été dit, du plus récent au plus ancien." })
  @Directive("@listSize(assumedSize: 3)")
  progress(@Root() action: Action, @Ctx() context: Context): Promise<ActionProgress[]> {
    return progressOfAction(action, context);
  }
}

async function progressOfAction({ id, programme }: Action, context: Context): Promise<ActionProgress[]> {
  return (await planOf(context, programme)).progress.filter(({ action }) => action === id);
}
