import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { listed } from "./readings.ts";
import { searchedNames } from "./searched-name.ts";
import { Territory, TerritoryKind } from "./territory.entity.ts";

@Open()
@ObjectType({ description: "Une page de territoires." })
export class TerritoryConnection extends connectionOf(Territory, "Territory", Open()) {}

@InputType({ description: "Quels territoires garder ; les conditions s'ajoutent." })
class TerritoryFilter {
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

@ArgsType()
export class PartsArgs {
  @Field(() => TerritoryLevel, { description: "Échelon voulu." })
  level!: TerritoryLevel;

  /** Each territory of the level is looked at. */
  @Directive("@cost(weight: 100)")
  @Field(() => TerritoryFilter, { nullable: true, description: "Conditions ; par défaut, aucune." })
  filter?: TerritoryFilter | null;
}

@ArgsType()
export class TerritoriesArgs extends PartsArgs {
  @Field(() => ID, {
    nullable: true,
    description: "Identifiant d'un territoire, par exemple « DEPARTMENT:52 » : ceux qui en font partie, ou qui le recouvrent en partie.",
  })
  within?: string | null;
}

interface Wanted {
  level: TerritoryLevel;
  within: string | null;
  filter: TerritoryFilter | null | undefined;
  page: PageArgs;
}

/** The territories of a level, by code. */
export async function pageOfTerritories(context: Context, { level, within, filter, page }: Wanted): Promise<TerritoryConnection> {
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
