import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Partner } from "../../../foundation/numbers/partner.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { unaccented } from "../../../foundation/unaccented.ts";
import { Annex, Indicator } from "./indicator.entity.ts";
import { availabilityOf, catalogue, indicators, officialLabels } from "./readings.ts";

@Open()
@ObjectType({
  description: "Ce qui existe d'un indicateur, à un échelon, une année ; territoires fictifs et collectivités d'outre-mer exclus.",
})
export class Availability {
  @Field(() => TerritoryLevel, { description: "Échelon." })
  level!: TerritoryLevel;

  @Field(() => Int, { description: "Année." })
  year!: number;

  @Field(() => Int, { description: "Nombre de territoires de la liste dont le chiffre est connu." })
  transmitted!: number;

  @Field(() => Int, {
    description:
      "Sur combien de territoires : tous ceux de la liste des valeurs de cet échelon et de cette année, c'est-à-dire ceux pour lesquels des indicateurs sont publiés aujourd'hui, et les autres (communes plus petites, territoires disparus depuis) dont le hub a reçu une ligne.",
  })
  of!: number;
}

@Open()
@ObjectType({ description: "De quoi un rapport est fait." })
export class Ratio {
  @Field(() => Indicator, { nullable: true, description: "Numérateur ; null si aucun indicateur ne le compte." })
  numerator!: Indicator | null;

  @Field(() => Indicator, { nullable: true, description: "Dénominateur ; null si aucun indicateur ne le compte." })
  denominator!: Indicator | null;

  @Field(() => Int, { description: "Pour combien d'unités du dénominateur : 100, ou 1." })
  per!: number;
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], {
    nullable: true,
    description: "Le catalogue : indicateurs communs de l'arrêté, puis séries des producteurs, avec ce que l'on sait de chaque définition.",
  })
  @Directive("@listSize(assumedSize: 250)")
  async indicators(
    @Arg("annex", () => Annex, { nullable: true, description: "Ne garder qu'une annexe." }) annex: Annex | undefined,
    @Arg("producer", () => Partner, { nullable: true, description: "Ne garder qu'un partenaire." }) producer: Partner | undefined,
    @Arg("text", () => String, {
      nullable: true,
      description: "Ne garder que ceux dont le code ou le libellé contient ce texte, sans égard aux accents ni à la casse.",
    })
    text: string | undefined,
    @Ctx() context: Context,
  ): Promise<Indicator[]> {
    const wanted = text === undefined ? "" : unaccented(text);
    return (await catalogue(context, {})).filter(
      (indicator) =>
        (!annex || indicator.annex === annex) &&
        (!producer || indicator.producer === producer) &&
        unaccented(`${indicator.code} ${indicator.label}`).includes(wanted),
    );
  }

  @Query(() => Indicator, { nullable: true, description: "Un indicateur par son code ; null s'il n'existe pas." })
  indicator(
    @Arg("code", () => ID, { description: "Code, par exemple « B13 »." }) code: string,
    @Ctx() context: Context,
  ): Read<Indicator | null> {
    return indicators(context, code);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Libellé exact de la circulaire Cnaf C-2026-090, pour les 8 indicateurs à cible ; null pour les autres.",
  })
  async officialLabel(@Root() { code }: Indicator, @Ctx() context: Context): Promise<string | null> {
    return (await officialLabels(context, code))?.label ?? null;
  }

  @FieldResolver(() => Ratio, { nullable: true, description: "De quoi le rapport est fait ; null si l'indicateur n'en est pas un." })
  async ratio(@Root() { numerator, denominator, per }: Indicator, @Ctx() context: Context): Promise<Ratio | null> {
    if (per === null) return null;
    const [over, under] = await Promise.all([numerator, denominator].map((code) => (code === null ? null : indicators(context, code))));
    return { numerator: over ?? null, denominator: under ?? null, per };
  }

  @FieldResolver(() => [Availability], { description: "Ce qui existe, par échelon et année : à demander avant de demander les chiffres." })
  @Directive("@listSize(assumedSize: 20)")
  availability(@Root() { code }: Indicator, @Ctx() context: Context): Read<Availability[]> {
    return availabilityOf(context, { indicator: code });
  }
}
