import { Arg, type ClassType, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { today } from "../day.ts";
import type { Context } from "../graph/context.ts";
import { DateScalar, isoDay } from "../graph/scalars.ts";
import { Axis } from "./axis.entity.ts";
import { onText, type Programme, territoriesText } from "./programme.ts";
import { ProgrammeState, programmeState } from "./programme-state.ts";
import { planOf } from "./plan.resolver.ts";

interface TerritoryClass extends ClassType<object> {
  reference(representation: { id: string }): object;
}

/** What each kind of programme answers in the same way. @param territory the subgraph's own class */
export function programmeResolver<T extends Programme>(type: ClassType<T>, territory: TerritoryClass) {
  @Resolver(() => type)
  abstract class ProgrammeResolver {
    @FieldResolver(() => [territory], { nullable: "itemsAndList", description: territoriesText })
    @Directive("@listSize(assumedSize: 1)")
    territories(@Root() { territoryIds }: T): object[] {
      return territoryIds.map((id) => territory.reference({ id }));
    }

    @FieldResolver(() => ProgrammeState, { description: "Où il en est, d'après ses jours." })
    state(
      @Root() programme: T,
      @Arg("on", () => DateScalar, { nullable: true, description: onText }) on: string | Date | undefined,
    ): ProgrammeState {
      return this.stateOn(programme, on == null ? today() : isoDay(on));
    }

    @FieldResolver(() => [Axis], { description: "Axes, par numéro ; vide si la source n'en dit aucun." })
    @Directive("@listSize(assumedSize: 4)")
    async axes(@Root() { id }: T, @Ctx() context: Context): Promise<Axis[]> {
      return (await planOf(context, id)).axes;
    }

    protected stateOn(programme: T, on: string): ProgrammeState {
      return programmeState(programme, on);
    }
  }
  return ProgrammeResolver;
}
