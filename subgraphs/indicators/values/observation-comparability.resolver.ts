import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Comparability } from "../../../foundation/numbers/comparability.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { earlierNumbers } from "./readings.ts";

/** Of what is recorded: nothing else says of which territory and year it is. */
@Resolver(() => Observation)
export class ObservationComparabilityResolver {
  @FieldResolver()
  async comparability(@Root() { value, measure, level, code, year }: Observation, @Ctx() context: Context): Promise<Comparability | null> {
    if (value === null || level === undefined) return null;
    const since = Number(today().slice(0, 4));
    return (await earlierNumbers(context, { measure, level, code, year, asOf: null, since, isAdditive: false }))!.comparability;
  }
}
