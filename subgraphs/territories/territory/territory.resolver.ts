import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { hubError } from "../../../foundation/errors.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { populationOf } from "../populations/population.ts";
import { densities, listed, parentsOf, periods, predecessorsOf, presentOf, successorsOf, territories } from "./readings.ts";
import { searchedNames } from "./searched-name.ts";
import { ifAway, Territory, TerritoryKind } from "./territory.entity.ts";

@Open()
@ObjectType({ description: "Une page de territoires." })
export class TerritoryConnection extends connectionOf(Territory, "Territory", Open()) {}

@InputType({ description: "Quels territoires garder ; les conditions s'ajoutent." })
export class TerritoryFilter {
  @Field(() => String, {
    nullable: true,
    description: "Début d'un mot du nom, sans égard aux accents ni à la casse ; « St » vaut « Saint ».",
  })
  name?: string | null;

  @Field(() => [TerritoryKind], {
    nullable: true,
    description: "Natures voulues ; par défaut CURRENT, et DEMONSTRATION dans un territoire fictif.",
  })
  kinds?: TerritoryKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "Population totale légale supérieure à ce nombre ; un territoire dont elle n'est pas connue n'est pas gardé.",
  })
  populationAbove?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Population totale légale égale ou inférieure à ce nombre ; un territoire dont elle n'est pas connue n'est pas gardé.",
  })
  populationAtMost?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Rural, ou non, selon la grille de densité de l'Insee ; un territoire qu'elle ne classe pas n'est pas gardé.",
  })
  isRural?: boolean | null;
}

const listText = {
  level: "Échelon voulu.",
  filter: "Conditions ; par défaut, aucune.",
};

@ArgsType()
class PartsArgs {
  @Field(() => TerritoryLevel, { description: listText.level })
  level!: TerritoryLevel;

  /** Each territory of the level is looked at. */
  @Directive("@cost(weight: 100)")
  @Field(() => TerritoryFilter, { nullable: true, description: listText.filter })
  filter?: TerritoryFilter | null;
}

@ArgsType()
class TerritoriesArgs extends PartsArgs {
  @Field(() => ID, {
    nullable: true,
    description: "Identifiant d'un territoire, par exemple « DEPARTMENT:52 » : ceux qui en font partie, ou qui le recouvrent en partie.",
  })
  within?: string | null;
}

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
    description: `Territoires dont celui-ci fait partie, ou qu'il recouvre en partie (les départements d'un EPCI, les bassins d'un EPCI), du plus proche échelon au plus grand ; ${ifAway}. Les territoires de nature STATISTICAL n'y sont que pour un département.`,
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

interface Wanted {
  level: TerritoryLevel;
  within: string | null;
  filter: TerritoryFilter | null | undefined;
  page: PageArgs;
}

async function pageOfTerritories(context: Context, { level, within, filter, page }: Wanted): Promise<TerritoryConnection> {
  const { first, after } = PageArgs.check(page);
  const { name, kinds, populationAbove, populationAtMost, isRural } = filter ?? {};
  const rows = await listed(context, {
    level,
    within,
    names: name == null || name.trim() === "" ? null : searchedNames(name),
    kinds: kinds ?? null,
    populationAbove: populationAbove ?? null,
    populationAtMost: populationAtMost ?? null,
    isRural: isRural ?? null,
    after,
    first: first + 1,
  });
  const found = rows.filter(({ id }) => id !== null);
  return pageOf(found, { first, after }, rows[0]?.total ?? 0, ({ code }) => code);
}

/** By default today, or the last day of a territory that is gone. */
async function dayOf(context: Context, { id, level, code, kind }: Territory, on: string | Date | undefined): Promise<string> {
  if (on) return isoDay(on);
  const validTo = kind === TerritoryKind.FORMER ? (await periods(context, id))?.validTo : null;
  return validTo ?? today(level === TerritoryLevel.COMMUNE ? departmentOfCommune(code) : code);
}
