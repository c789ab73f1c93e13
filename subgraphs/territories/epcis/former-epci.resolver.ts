import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { Department } from "../departments/department.entity.ts";
import { departments } from "../departments/readings.ts";
import { populationObservation } from "../population.ts";
import { FormerEpci } from "./former-epci.entity.ts";
import { formerEpcis } from "./readings.ts";

@Resolver(() => FormerEpci)
export class FormerEpciResolver {
  @Query(() => FormerEpci, {
    nullable: true,
    description: "Un ancien EPCI par son code dans le hub (par exemple « 52:cc-pays-chalindrey ») ; null s'il n'existe pas.",
  })
  formerEpci(
    @Arg("code", () => ID, { description: "Code donné par le hub : département, deux-points, nom." }) code: string,
    @Ctx() context: Context,
  ): Read<FormerEpci | null> {
    return formerEpcis(context, code);
  }

  @FieldResolver(() => Department)
  department(@Root() epci: FormerEpci, @Ctx() context: Context): Read<Department | null> {
    return departments(context, epci.department);
  }

  @FieldResolver(() => Observation, { description: "Population, telle qu'imprimée dans la source." })
  population(@Root() epci: FormerEpci): Observation {
    return populationObservation(epci.totalPopulation, epci.source);
  }
}
