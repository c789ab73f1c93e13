import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { Department } from "../departments/department.entity.ts";
import { Epci } from "../epcis/epci.entity.ts";
import { populationObservation } from "../population.ts";
import { communes, departments, epcis, memberships } from "../readings.ts";
import { Commune } from "./commune.entity.ts";

@Resolver(() => Commune)
export class CommuneResolver {
  @Query(() => Commune, {
    nullable: true,
    description: "Une commune, ou un arrondissement municipal, par son code Insee ; null s'il n'existe pas aujourd'hui.",
  })
  commune(
    @Arg("code", () => ID, { description: "Code Insee (5 caractères), par exemple « 52121 »." }) code: string,
    @Ctx() context: Context,
  ): Promise<Commune | null> {
    return context.load(communes, code);
  }

  @FieldResolver(() => Department)
  department(@Root() commune: Commune, @Ctx() context: Context): Promise<Department | null> {
    return context.load(departments, commune.department.code);
  }

  @FieldResolver(() => Commune, { nullable: true })
  parent(@Root() commune: Commune, @Ctx() context: Context): Promise<Commune | null> | null {
    return commune.parent && context.load(communes, commune.parent.code);
  }

  @FieldResolver(() => Epci, {
    nullable: true,
    description: "EPCI à fiscalité propre dont la commune est membre ; null si elle n'en a pas.",
  })
  async epci(@Root() commune: Commune, @Ctx() context: Context): Promise<Epci | null> {
    const membership = await context.load(memberships, commune.code);
    return membership && context.load(epcis, membership.epci.siren);
  }

  @FieldResolver(() => Observation, {
    description: "Population municipale. Les fichiers d'EPCI portent un autre millésime : les seuils légaux peuvent en dépendre.",
  })
  population(@Root() commune: Commune): Observation {
    return populationObservation(commune.municipalPopulation, commune.source);
  }
}
