import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { Change, Comparability, comparabilityOf } from "./change.ts";
import { indicatorOf, observationOf } from "./observation-of.ts";
import { perimeterChanges } from "./readings.ts";
import { Value } from "./value.ts";

@Resolver(() => Value)
export class ChangeResolver {
  @FieldResolver(() => Change, {
    nullable: true,
    description: "Évolution depuis une année, et ce qu'elle vaut : une commune peut en avoir absorbé une autre.",
  })
  async change(
    @Root() value: Value,
    @Arg("since", () => Int, { description: "Année de départ." }) since: number,
    @Ctx() context: Context,
  ): Promise<Change> {
    const { level, code, year } = value.key;
    const [from, until] = since < year ? [since, year] : [year, since];
    const isAdditive = (await indicatorOf(value, context))?.isAdditive ?? false;
    const changes = await perimeterChanges(context, { level, code, after: `${from}-12-31`, until: `${until}-12-31` });
    const before = (territory: string) =>
      observationOf(Value.of({ ...value.key, code: territory, year: since, pinned: null }, value.definition, value.asOf), context);
    const [now, then, ...parts] = await Promise.all([
      observationOf(value, context),
      before(code),
      ...(isAdditive && since < year ? changes.map(({ other }) => before(other)) : []),
    ]);
    const canSum = parts.length > 0 && [then!, ...parts].every((part) => part.value !== null);
    const comparability = comparabilityOf(level, from, changes, canSum);
    const old = comparability === Comparability.SUM_OF_PARTS ? parts.reduce((sum, part) => sum + part.value!, then!.value!) : then!.value;
    const isKnown = now!.value !== null && old !== null;
    return {
      difference: isKnown ? Number((now!.value! - old).toFixed(10)) : null,
      ratio: isKnown && old !== 0 ? now!.value! / old : null,
      comparability,
    };
  }
}
