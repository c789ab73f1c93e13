import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { CommuneConnection } from "../communes/commune-connection.ts";
import { communesOfEpci } from "../communes/readings.ts";
import { populationObservation } from "../population.ts";
import { Epci } from "./epci.entity.ts";
import { epcis } from "./readings.ts";

@Resolver(() => Epci)
export class EpciResolver {
  @Query(() => Epci, { nullable: true, description: "Un EPCI à fiscalité propre par son SIREN ; null s'il n'existe pas." })
  epci(@Arg("siren", () => ID, { description: "Numéro SIREN (9 chiffres)." }) siren: string, @Ctx() context: Context): Read<Epci | null> {
    return epcis(context, siren);
  }

  @FieldResolver(() => Observation, { description: "Population totale légale de l'EPCI, telle que publiée avec sa composition." })
  population(@Root() epci: Epci): Observation {
    return populationObservation(epci.totalPopulation, epci.source);
  }

  @FieldResolver(() => CommuneConnection, { description: "Communes membres, par code." })
  @Page()
  communes(@Root() epci: Epci, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context): Promise<CommuneConnection> {
    return communesOfEpci.page(context, epci.siren, page);
  }
}
