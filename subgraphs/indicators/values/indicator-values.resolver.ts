import { Args, ArgsType, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { hubError } from "../../../foundation/errors.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { parseTerritoryId } from "../../../foundation/numbers/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Indicator } from "../catalogue/indicator.entity.ts";
import { checkYears } from "./check-years.ts";
import { type ListKey, listedValues } from "./listed-values.ts";
import { Value } from "./value.ts";

export const ValueOrder = enumeration("ValueOrder", "Ordre d'une liste de valeurs. Celles qui n'ont pas de chiffre viennent en dernier.", {
  TERRITORY: "Par code de territoire, puis par année.",
  VALUE_ASC: "Des plus petites aux plus grandes.",
  VALUE_DESC: "Des plus grandes aux plus petites.",
});
export type ValueOrder = EnumValue<typeof ValueOrder>;

@Open()
@ObjectType({ description: "Combien de valeurs d'une liste sont connues." })
export class ValueCoverage {
  @Field(() => Int, { description: "Nombre de valeurs qui ont un chiffre." })
  transmitted!: number;

  @Field(() => Int, { description: "Nombre de valeurs sans chiffre, le secret statistique mis à part." })
  missing!: number;

  @Field(() => Int, { description: "Nombre de valeurs couvertes par le secret statistique." })
  suppressed!: number;
}

@Open()
@ObjectType({ description: "Une page de valeurs, et ce que font toutes celles de la liste." })
export class ValueConnection extends connectionOf(Value, "Value", Open()) {
  @Field(() => ValueCoverage, { description: "Combien sont connues." })
  coverage!: ValueCoverage;

  @Field(() => Observation, {
    description:
      "Somme de la liste, pour une seule année : des valeurs si elles s'additionnent, du numérateur rapportée à celle du dénominateur pour un taux, jamais une moyenne. LOWER_BOUND s'il en manque.",
  })
  total!: Observation;

  @Field(() => Float, {
    nullable: true,
    description: "Médiane des valeurs connues, dans l'unité de l'indicateur ; null s'il n'y en a aucune.",
  })
  median!: number | null;
}

const maxYears = 30;

@ArgsType()
export class ValuesArgs {
  @Field(() => TerritoryLevel, { description: "Échelon." })
  level!: TerritoryLevel;

  @Field(() => ID, {
    nullable: true,
    description: "Identifiant du territoire dans lequel elles sont, par exemple « REGION:44 » ; par défaut, partout.",
  })
  within?: string | null;

  @Field(() => [Int], { description: `Années, ${maxYears} au plus.` })
  years!: number[];

  @Field(() => Float, { nullable: true, description: "Ne garder que les valeurs inférieures à celle-ci." })
  below?: number | null;

  @Field(() => Float, { nullable: true, description: "Ne garder que les valeurs supérieures à celle-ci." })
  above?: number | null;

  @Field(() => [ObservationStatus], { nullable: true, description: "Ne garder que ces statuts." })
  status?: ObservationStatus[] | null;

  @Field(() => ValueOrder, { defaultValue: ValueOrder.TERRITORY, description: "Ordre." })
  orderBy!: ValueOrder;

  @Field(() => Boolean, { defaultValue: false, description: "Avec les territoires fictifs de démonstration." })
  includeDemonstration!: boolean;
}

@Resolver(() => Indicator)
export class IndicatorValuesResolver {
  @FieldResolver(() => ValueConnection, {
    nullable: true,
    description:
      "Les valeurs de l'indicateur à un échelon : un territoire pour lequel des indicateurs sont publiés y figure même sans chiffre, avec la raison.",
  })
  @Page()
  async values(
    @Root() indicator: Indicator,
    @Args(() => ValuesArgs) { level, within, years, below, above, status, orderBy, includeDemonstration }: ValuesArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<ValueConnection> {
    const { first, after } = PageArgs.check(page);
    const asked = [...new Set(years)];
    if (asked.length > maxYears)
      throw hubError(
        "BAD_ARGUMENT",
        `« years » ne peut contenir plus de ${maxYears} années (${asked.length} reçues) : faites plusieurs requêtes.`,
      );
    checkYears(asked);
    for (const [name, bound] of Object.entries({ below, above }))
      if (bound != null && !Number.isFinite(bound)) throw hubError("BAD_ARGUMENT", `« ${name} » doit être un nombre fini.`);
    const whole = within == null ? null : parseTerritoryId(within);
    if (whole && (!(whole.level in TerritoryLevel) || whole.code === ""))
      throw hubError("BAD_ARGUMENT", `« within » n'est l'identifiant d'aucun territoire : « ${within} ». Par exemple « REGION:44 ».`);
    const rows = await listedValues(context, {
      indicator: indicator.code,
      level,
      withinLevel: whole?.level ?? null,
      withinCode: whole?.code ?? null,
      years: asked,
      below: below ?? null,
      above: above ?? null,
      statuses: status ?? null,
      order: orderBy,
      includeDemonstration,
      ...readCursor(after),
      first: first + 1,
    });
    const [{ total, transmitted, suppressed, median }] = rows as [(typeof rows)[0]];
    const found = rows.filter(({ code }) => code !== null);
    const list = pageOf(found, { first, after }, total, (row) => JSON.stringify([row.value, row.code, row.year]));
    const listed = ({ code, year }: (typeof rows)[0]) =>
      Value.of({ indicator: indicator.code, level, code, year, pinned: null }, indicator);
    return {
      ...list,
      edges: list.edges.map(({ node, cursor }) => ({ node: listed(node), cursor })),
      nodes: list.nodes.map(listed),
      coverage: { transmitted, suppressed, missing: total - transmitted - suppressed },
      total: totalOf(indicator, rows[0]!, asked.length),
      median,
    };
  }
}

/** @throws BAD_CURSOR */
function readCursor(after: string | null): Pick<ListKey, "afterValue" | "afterCode" | "afterYear"> {
  if (after === null) return { afterValue: null, afterCode: null, afterYear: null };
  try {
    const [afterValue, afterCode, afterYear] = JSON.parse(after) as unknown[];
    const isValue = afterValue === null || typeof afterValue === "number";
    if (isValue && typeof afterCode === "string" && Number.isInteger(afterYear))
      return { afterValue, afterCode, afterYear: afterYear as number };
  } catch {
    // told below
  }
  throw hubError("BAD_CURSOR");
}

type Totals = Awaited<ReturnType<typeof listedValues>>[number];

/** What a list adds up to, where it does. */
function totalOf({ unit, isAdditive, per }: Indicator, totals: Totals, years: number): Observation {
  const { total, transmitted, sum, numerators, denominators, withMargins, isBound, isProvisional } = totals;
  if (years !== 1) return Observation.absent(unit, ObservationStatus.NOT_APPLICABLE);
  if (transmitted === 0) return Observation.absent(unit);
  const missing = total - transmitted;
  const territories = `${transmitted} territoire${transmitted > 1 ? "s" : ""}`;
  const status =
    missing > 0 || isBound ? ObservationStatus.LOWER_BOUND : isProvisional ? ObservationStatus.PROVISIONAL : ObservationStatus.PUBLISHED;
  if (isAdditive)
    return Observation.of({
      value: sum,
      unit,
      status,
      missingParts: missing > 0 ? missing : null,
      computedBy: `hub : somme de ${territories}`,
    });
  // A rate of those that give their margins: what is missing makes it no lower bound.
  if (per === null || withMargins < transmitted || missing > 0 || !denominators)
    return Observation.absent(unit, ObservationStatus.NOT_APPLICABLE);
  const computedBy = `hub : somme des numérateurs rapportée à celle des dénominateurs, ${territories}`;
  const value = (per * numerators!) / denominators;
  return Observation.of({ value, unit, status, numerator: numerators, denominator: denominators, computedBy });
}
