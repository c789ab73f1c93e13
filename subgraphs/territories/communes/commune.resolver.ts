import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { Department } from "../departments/department.entity.ts";
import { departments } from "../departments/readings.ts";
import { Epci } from "../epcis/epci.entity.ts";
import { epciOfCommune } from "../epcis/readings.ts";
import { populationObservation } from "../population.ts";
import { Commune } from "./commune.entity.ts";
import { communes } from "./readings.ts";

@Resolver(() => Commune)
export class CommuneResolver {
  @Query(() => Commune, {
    nullable: true,
    description: "Une commune, ou un arrondissement municipal, par son code Insee ; null s'il n'existe pas aujourd'hui.",
  })
  commune(
    @Arg("code", () => ID, { description: "Code Insee (5 caractères), par exemple « 52121 »." }) code: string,
    @Ctx() context: Context,
  ): Read<Commune | null> {
    return communes(context, code);
  }

  @FieldResolver(() => Department)
  department(@Root() commune: Commune, @Ctx() context: Context): Read<Department | null> {
    return departments(context, commune.department);
  }

  @FieldResolver(() => Commune, { nullable: true })
  parent(@Root() commune: Commune, @Ctx() context: Context): Read<Commune | null> {
    return commune.parent === null ? null : communes(context, commune.parent);
  }

  @FieldResolver(() => Epci, {
    nullable: true,
    description: "EPCI à fiscalité propre dont la commune est membre ; null si elle n'en a pas.",
  })
  epci(@Root() commune: Commune, @Ctx() context: Context): Read<Epci | null> {
    return epciOfCommune(context, { commune: commune.code });
  }

  @FieldResolver(() => Observation, {
    description: "Population municipale. Les fichiers d'EPCI portent un autre millésime : les seuils légaux peuvent en dépendre.",
  })
  population(@Root() commune: Commune): Observation {
    return populationObservation(commune.municipalPopulation, commune.source);
  }
}
