import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { Change } from "./change.ts";
import { checkYears } from "./check-years.ts";
import { indicatorOf, observationOf, registerKey } from "./observation-of.ts";
import { earlierNumbers } from "./readings.ts";
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
    checkYears([since], "since");
    const { key, asOf } = value;
    const isAdditive = (await indicatorOf(value, context))?.isAdditive ?? false;
    const [now, then] = await Promise.all([
      observationOf(value, context),
      earlierNumbers(context, { ...registerKey(key), asOf, since, isAdditive }),
    ]);
    const { value: old, comparability } = then!;
    const isKnown = now.value !== null && old !== null;
    return {
      difference: isKnown ? Number((now.value! - old).toFixed(10)) : null,
      ratio: isKnown && old !== 0 ? now.value! / old : null,
      comparability,
    };
  }
}
