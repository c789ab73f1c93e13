import { ArgsType, Directive, Field, Float, ID, InputType, Int } from "type-graphql";
import { hubError } from "../../../foundation/errors.ts";
import { maxYears } from "../../../foundation/limits.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { parseTerritoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { checkYears } from "../values/check-years.ts";
import { ValueOrder } from "./value-order.ts";

@InputType({ description: "De quels territoires garder les valeurs ; les conditions s'ajoutent." })
export class ValueTerritoryFilter {
  @Field(() => Int, {
    nullable: true,
    description:
      "Population totale légale d'aujourd'hui supérieure à ce nombre d'habitants ; un territoire dont elle n'est pas connue n'est pas gardé.",
  })
  populationAbove?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Population totale légale d'aujourd'hui égale ou inférieure à ce nombre d'habitants ; un territoire dont elle n'est pas connue n'est pas gardé.",
  })
  populationAtMost?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Rural, ou non, selon la grille de densité de l'Insee (communes, EPCI et départements) ; un territoire qu'elle ne classe pas n'est pas gardé.",
  })
  isRural?: boolean | null;
}

@ArgsType()
export class ValuesArgs {
  @Field(() => TerritoryLevel, { description: "Échelon." })
  level!: TerritoryLevel;

  @Field(() => ID, {
    nullable: true,
    description:
      "Identifiant du territoire dans lequel elles sont, ou que leurs territoires recouvrent en partie, tels qu'ils étaient l'année du chiffre : par exemple « REGION:44 » ; par défaut, partout.",
  })
  within?: string | null;

  /** Each year is looked up for every territory of the level. */
  @Directive("@cost(weight: 200)")
  @Field(() => [Int], { description: `Années, ${maxYears} au plus ; une seule pour une évolution.` })
  years!: number[];

  /** What a territory was made of then is looked up for each of the level. */
  @Directive("@cost(weight: 2000)")
  @Field(() => Int, {
    nullable: true,
    description:
      "Année depuis laquelle l'évolution est regardée : obligatoire avec orderBy CHANGE_ASC ou CHANGE_DESC, changeBelow et changeAbove, refusée sans eux.",
  })
  since?: number | null;

  @Field(() => Float, { nullable: true, description: "Ne garder que les valeurs inférieures à celle-ci, dans l'unité de l'indicateur." })
  below?: number | null;

  @Field(() => Float, { nullable: true, description: "Ne garder que les valeurs supérieures à celle-ci, dans l'unité de l'indicateur." })
  above?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Ne garder que les évolutions inférieures à celle-ci, dans l'unité de l'indicateur : 0 pour celles qui ont baissé. Celles que l'on ne peut pas comparer ne sont pas gardées.",
  })
  changeBelow?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Ne garder que les évolutions supérieures à celle-ci, dans l'unité de l'indicateur : 0 pour celles qui ont monté. Celles que l'on ne peut pas comparer ne sont pas gardées.",
  })
  changeAbove?: number | null;

  @Field(() => [ObservationStatus], { nullable: true, description: "Ne garder que ces statuts." })
  status?: ObservationStatus[] | null;

  @Field(() => ValueTerritoryFilter, { nullable: true, description: "Ne garder que ces territoires ; par défaut, tous." })
  territories?: ValueTerritoryFilter | null;

  @Field(() => ValueOrder, { defaultValue: ValueOrder.TERRITORY, description: "Ordre." })
  orderBy!: ValueOrder;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Avec les territoires fictifs de démonstration ; ils y sont aussi si « within » en est un.",
  })
  includeDemonstration!: boolean;

  /** @throws BAD_ARGUMENT. @returns the years, once each, and where the values lie */
  static check({ years, within, below, above, ...args }: ValuesArgs) {
    const asked = [...new Set(years)];
    if (asked.length > maxYears)
      throw hubError(
        "BAD_ARGUMENT",
        `« years » ne peut contenir plus de ${maxYears} années (${asked.length} reçues) : faites plusieurs requêtes.`,
      );
    checkYears(asked);
    const { changeBelow, changeAbove } = args;
    for (const [name, bound] of Object.entries({ below, above, changeBelow, changeAbove }))
      if (bound != null && !Number.isFinite(bound)) throw hubError("BAD_ARGUMENT", `« ${name} » doit être un nombre fini.`);
    const whole = within == null ? null : parseTerritoryId(within);
    if (whole && (!Object.hasOwn(TerritoryLevel, whole.level) || whole.code === ""))
      throw hubError("BAD_ARGUMENT", `« within » n'est l'identifiant d'aucun territoire : « ${within} ». Par exemple « REGION:44 ».`);
    checkChange(asked, args);
    const includeDemonstration = args.includeDemonstration || (whole?.code.startsWith(demonstrationPrefix) ?? false);
    return { years: asked, includeDemonstration, withinLevel: whole?.level ?? null, withinCode: whole?.code ?? null };
  }
}

/** @throws BAD_ARGUMENT where a change is asked for without its two years, or a year without a change */
function checkChange(years: number[], { since, orderBy, changeBelow, changeAbove }: Omit<ValuesArgs, "within" | "years">): void {
  const [asking] = [
    ...(orderBy === ValueOrder.CHANGE_ASC || orderBy === ValueOrder.CHANGE_DESC ? [`orderBy: ${orderBy}`] : []),
    ...(changeBelow == null ? [] : ["changeBelow"]),
    ...(changeAbove == null ? [] : ["changeAbove"]),
  ];
  if (asking === undefined) {
    if (since == null) return;
    throw hubError(
      "BAD_ARGUMENT",
      "« since » ne sert qu'à une évolution : ajoutez « orderBy: CHANGE_ASC » ou « CHANGE_DESC », « changeBelow » ou « changeAbove », ou retirez « since ».",
    );
  }
  if (since == null)
    throw hubError(
      "BAD_ARGUMENT",
      `« ${asking} » demande une évolution : ajoutez l'année depuis laquelle la regarder, par exemple « since: 2017 ».`,
    );
  if (years.length !== 1)
    throw hubError("BAD_ARGUMENT", `« ${asking} » demande l'évolution d'une seule année : « years » en contient ${years.length}.`);
  checkYears([since], "since");
}
