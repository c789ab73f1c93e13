import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Observation } from "../observation.ts";
import { Commune } from "./commune.entity.ts";
import { Epci } from "./epci.entity.ts";
import { communes, epcis, membersOf } from "./loaders.ts";
import { populationObservation } from "./population.ts";

@Resolver(() => Epci)
export class EpciResolver {
  @Query(() => Epci, { nullable: true, description: "Un EPCI à fiscalité propre par son SIREN ; null s'il n'existe pas." })
  epci(
    @Arg("siren", () => ID, { description: "Numéro SIREN (9 chiffres)." }) siren: string,
    @Ctx() context: Context,
  ): Promise<Epci | null> {
    return context.load(epcis, siren);
  }

  @FieldResolver(() => Observation, { description: "Population totale légale de l'EPCI, telle que publiée avec sa composition." })
  population(@Root() epci: Epci): Observation {
    return populationObservation(epci.totalPopulation, epci.source);
  }

  @FieldResolver(() => [Commune], { description: "Communes membres, par code." })
  async communes(@Root() epci: Epci, @Ctx() context: Context): Promise<Commune[]> {
    const members = await context.load(membersOf, epci.siren);
    const found = await Promise.all(members.map(({ commune }) => context.load(communes, commune)));
    return found.filter((commune) => commune !== null);
  }
}
