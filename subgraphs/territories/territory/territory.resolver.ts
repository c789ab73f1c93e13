import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { hubError } from "../../../foundation/errors.ts";
import { Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { populationOf } from "../populations/population.ts";
import { densities, parentsOf, periods, predecessorsOf, presentOf, successorsOf, territories } from "./readings.ts";
import { ifAway, Territory, TerritoryKind } from "./territory.entity.ts";
import { PartsArgs, pageOfTerritories, TerritoriesArgs, TerritoryConnection } from "./territory-list.ts";

@Resolver(() => Territory)
export class TerritoryResolver {
  @Query(() => Territory, {
    nullable: true,
    description:
      "Un territoire par son échelon et son code ; null s'il n'a jamais existé. Le code d'une commune fusionnée mène à celle qui lui a succédé (voir predecessors, de proche en proche), sauf si elle en a eu plusieurs, ou si « on » est un jour où elle existait.",
  })
  async territory(
    @Arg("level", () => TerritoryLevel, { description: "Échelon." }) level: TerritoryLevel,
    @Arg("code", () => ID, {
      description: "Code : « 52121 » (commune), « 200068658 » (SIREN d'un EPCI), « 52 » ou « ZZ » (département), « FR » (France).",
    })
    code: string,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description:
        "Le territoire qui avait ce code ce jour-là ; null s'il n'existait pas encore, ou pas encore de nouveau. Par défaut, aujourd'hui.",
    })
    on: string | Date | undefined,
    @Ctx() context: Context,
  ): Promise<Territory | null> {
    const found = await territories(context, territoryId(level, code));
    if (!found || (found.kind !== TerritoryKind.FORMER && !on)) return found;
    const period = await periods(context, found.id);
    if (on && period?.validFrom && isoDay(on) < period.validFrom) return null;
    if (found.kind !== TerritoryKind.FORMER || (on && period?.validTo && isoDay(on) <= period.validTo)) return found;
    const [present, ...others] = await presentOf(context, { territory: found.id });
    return present && others.length === 0 ? present : found;
  }

  @Query(() => TerritoryConnection, { nullable: true, description: "Les territoires d'un échelon, par code." })
  @Page()
  async territories(
    @Args(() => TerritoriesArgs) { level, within, filter }: TerritoriesArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<TerritoryConnection> {
    if (within != null && !(await territories(context, within)))
      throw hubError("BAD_ARGUMENT", `« within » n'est l'identifiant d'aucun territoire : « ${within} ». Par exemple « DEPARTMENT:52 ».`);
    return pageOfTerritories(context, { level, within: within ?? null, filter, page });
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "Premier jour du territoire, ou de son rétablissement ; null s'il n'est pas connu (pour une commune, avant 1943).",
  })
  async validFrom(@Root() { id }: Territory, @Ctx() context: Context): Promise<string | null> {
    return (await periods(context, id))?.validFrom ?? null;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: "Dernier jour du territoire ; null s'il existe." })
  async validTo(@Root() { id }: Territory, @Ctx() context: Context): Promise<string | null> {
    return (await periods(context, id))?.validTo ?? null;
  }

  @FieldResolver(() => [Territory], {
    nullable: true,
    description: `Territoires dont celui-ci est issu, par code ; ${ifAway}. Un chiffre antérieur décrit l'ancien périmètre.`,
  })
  @Directive("@listSize(assumedSize: 2)")
  predecessors(@Root() { id }: Territory, @Ctx() context: Context): Read<Territory[]> {
    return predecessorsOf(context, { territory: id });
  }

  @FieldResolver(() => [Territory], {
    nullable: true,
    description: `Territoires issus de celui-ci, par code : fusion, scission ou changement de code ; ${ifAway}.`,
  })
  @Directive("@listSize(assumedSize: 1)")
  successors(@Root() { id }: Territory, @Ctx() context: Context): Read<Territory[]> {
    return successorsOf(context, { territory: id });
  }

  @FieldResolver(() => Observation, {
    nullable: true,
    description: `Population totale légale (Insee), celle des seuils de la loi ; ${ifAway}. Du territoire, ou somme de ses parties là où l'Insee n'en donne pas.`,
  })
  async legalPopulation(
    @Root() territory: Territory,
    @Arg("on", () => DateScalar, { nullable: true, description: "En vigueur ce jour-là ; par défaut, aujourd'hui." })
    on: string | Date | undefined,
    @Ctx() context: Context,
  ): Promise<Observation> {
    return populationOf(context, "total", { territory: territory.id, onDay: await dayOf(context, territory, on) });
  }

  @FieldResolver(() => Int, { nullable: true, description: "Population totale légale d'aujourd'hui, pour les autres sous-graphes." })
  @Directive("@inaccessible")
  async legalInhabitants(@Root() territory: Territory, @Ctx() context: Context): Promise<number | null> {
    const { value } = await this.legalPopulation(territory, undefined, context);
    return value;
  }

  @FieldResolver(() => Observation, {
    nullable: true,
    description: `Population municipale (Insee) ; ${ifAway}. Du territoire, ou somme de ses parties là où l'Insee n'en donne pas.`,
  })
  async municipalPopulation(
    @Root() territory: Territory,
    @Arg("on", () => DateScalar, { nullable: true, description: "En vigueur ce jour-là ; par défaut, aujourd'hui." })
    on: string | Date | undefined,
    @Ctx() context: Context,
  ): Promise<Observation> {
    return populationOf(context, "municipal", { territory: territory.id, onDay: await dayOf(context, territory, on) });
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Vrai si le territoire est rural selon la grille de densité de l'Insee (2025) ; null si elle ne le classe pas.",
  })
  async isRural(@Root() { id }: Territory, @Ctx() context: Context): Promise<boolean | null> {
    return (await densities(context, id))?.isRural ?? null;
  }

  @FieldResolver(() => [Territory], {
    nullable: true,
    description: `Territoires dont celui-ci fait partie, ou qu'il recouvre en partie (les départements d'un EPCI, les bassins d'un EPCI), aujourd'hui, ou à son dernier jour, du plus proche échelon au plus grand ; ${ifAway}. Les territoires de nature STATISTICAL n'y sont que pour un département.`,
  })
  @Directive("@listSize(assumedSize: 3)")
  parents(
    @Root() { id }: Territory,
    @Arg("level", () => TerritoryLevel, { nullable: true, description: "Un seul échelon ; par défaut, tous." })
    level: TerritoryLevel | undefined,
    @Ctx() context: Context,
  ): Read<Territory[]> {
    return parentsOf(context, { territory: id, level: level ?? null });
  }

  @FieldResolver(() => TerritoryConnection, {
    nullable: true,
    description: `Territoires d'un échelon qui font partie de celui-ci, ou qui le recouvrent en partie, par code ; ${ifAway}.`,
  })
  @Page()
  parts(
    @Root() { id }: Territory,
    @Args(() => PartsArgs) { level, filter }: PartsArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<TerritoryConnection> {
    return pageOfTerritories(context, { level, within: id, filter, page });
  }
}

/** By default today, or the last day of a territory that is gone. */
async function dayOf(context: Context, { id, level, code, kind }: Territory, on: string | Date | undefined): Promise<string> {
  if (on) return isoDay(on);
  const validTo = kind === TerritoryKind.FORMER ? (await periods(context, id))?.validTo : null;
  return validTo ?? today(level === TerritoryLevel.COMMUNE ? departmentOfCommune(code) : code);
}
