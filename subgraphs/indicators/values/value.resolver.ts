import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { DateTimeScalar } from "../../../foundation/graph/scalars.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { territories } from "../../../foundation/numbers/territory-sum.ts";
import { Indicator } from "../catalogue/indicator.entity.ts";
import { indicators } from "../catalogue/readings.ts";
import { targets } from "../targets/readings.ts";
import { Target } from "../targets/target.entity.ts";
import { Territory } from "../territory.stub.ts";
import { indicatorOf, observationOf, registerKey, unitOf } from "./observation-of.ts";
import { knownTerritory, medians, observations, ranks, regionOf, revisionsOf } from "./readings.ts";
import { Comparison, ComparisonBasis, Rank, Value } from "./value.ts";
import { parseValueId, type ValueKey, valueId } from "./value-id.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";

@Resolver(() => Value)
export class ValueResolver {
  @Query(() => Value, {
    nullable: true,
    description:
      "Une valeur par son identifiant, ou par une citation : celle-ci mène toujours au même chiffre. Null si l'indicateur ou le territoire n'existe pas, ou si rien de tel n'a été cité.",
  })
  async value(
    @Arg("id", () => ID, { description: "Identifiant ou citation, par exemple « B13:DEPARTMENT:52:2023 »." }) id: string,
    @Ctx() context: Context,
  ): Promise<Value | null> {
    const key = parseValueId(id);
    const indicator = key && (await indicators(context, key.indicator));
    return indicator && (await isOfSomething(key, context)) ? Value.of(key, indicator) : null;
  }

  @FieldResolver(() => Indicator, { description: "L'indicateur." })
  indicator(@Root() value: Value, @Ctx() context: Context): Read<Indicator | null> {
    return indicatorOf(value, context);
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Le territoire." })
  territory(@Root() { key: { level, code } }: Value): Territory {
    return Territory.of(level, code);
  }

  @FieldResolver(() => Observation, { description: "Le chiffre, ou la raison de son absence." })
  observation(
    @Root() value: Value,
    @Arg("asOf", () => DateTimeScalar, {
      nullable: true,
      description: "Ce qui était connu du hub à cet instant ; par défaut, ce qui est connu maintenant.",
    })
    asOf: Date | undefined,
    @Ctx() context: Context,
  ): Read<Observation> {
    return observationOf(value, context, asOf);
  }

  @FieldResolver(() => String, {
    description:
      "Citation : un identifiant qui mène toujours à ce chiffre, quelles que soient les corrections ; celui de la valeur si rien n'a été reçu.",
  })
  async citation(@Root() value: Value, @Ctx() context: Context): Promise<string> {
    const { id } = await observationOf(value, context);
    return valueId({ ...value.key, pinned: id ?? null });
  }

  @FieldResolver(() => [Observation], { description: "Tout ce qui a été reçu de cette valeur, le plus récent d'abord (20 au plus)." })
  @Directive("@listSize(assumedSize: 2)")
  revisions(@Root() { key }: Value, @Ctx() context: Context): Read<Observation[]> {
    return revisionsOf(context, registerKey(key));
  }

  @FieldResolver(() => Target, {
    nullable: true,
    description: "Cible du département, vue de cette année et du chiffre observé alors ; null s'il n'y en a pas.",
  })
  target(@Root() value: Value, @Ctx() context: Context): Read<Target | null> {
    if (value.key.level !== TerritoryLevel.DEPARTMENT || value.definition?.hasTarget === false) return null;
    return targetOf(value, context);
  }

  @FieldResolver(() => Rank, {
    nullable: true,
    description:
      "Place parmi les territoires d'aujourd'hui du même échelon, la même année ; null sans chiffre, pour un territoire qui n'est plus ou qui est fictif, ou pour une citation.",
  })
  async rank(@Root() { key, asOf }: Value, @Ctx() context: Context): Promise<Rank | null> {
    if (key.pinned !== null) return null;
    const found = await ranks(context, { ...registerKey(key), asOf });
    return found && found.of > 1 ? { position: found.position, of: found.of, quartile: Math.ceil((4 * found.position) / found.of) } : null;
  }

  @FieldResolver(() => [Comparison], { description: "Le même indicateur, la même année, ailleurs." })
  @Directive("@listSize(assumedSize: 3)")
  async comparisons(
    @Root() value: Value,
    @Arg("with", () => [ComparisonBasis], { defaultValue: Object.values(ComparisonBasis), description: "À quoi comparer." })
    bases: ComparisonBasis[],
    @Ctx() context: Context,
  ): Promise<Comparison[]> {
    const [own, ...others] = await Promise.all([
      observationOf(value, context),
      ...[...new Set(bases)].map((basis) => basisOf(basis, value, context)),
    ]);
    return others.map(({ basis, observation }) => {
      const isKnown = own.value !== null && observation.value !== null;
      return { with: basis, observation, difference: isKnown ? round(own.value! - observation.value!) : null };
    });
  }
}

async function targetOf(value: Value, context: Context): Promise<Target | null> {
  const { code, indicator, year } = value.key;
  const target = await targets(context, `${code}-${indicator}`);
  if (target === null) return null;
  const [{ value: observed }, unit] = await Promise.all([observationOf(value, context), unitOf(value, context)]);
  return Object.assign(new Target(), target, { year, observed, unit });
}

async function basisOf(
  basis: ComparisonBasis,
  value: Value,
  context: Context,
): Promise<{ basis: ComparisonBasis; observation: Observation }> {
  const { key, definition, asOf } = value;
  const elsewhere = (level: TerritoryLevel, code: string) =>
    observationOf(Value.of({ ...key, level, code, pinned: null }, definition, asOf), context);
  if (basis === ComparisonBasis.NATION) return { basis, observation: await elsewhere(TerritoryLevel.NATION, "FR") };
  if (basis === ComparisonBasis.PEERS) {
    const { indicator: measure, level, year } = key;
    const [found, unit] = await Promise.all([medians(context, { measure, level, year, asOf }), unitOf(value, context)]);
    const { median = null, of = 0 } = found ?? {};
    const computedBy = computedByHub(
      `médiane de ${territories(of)} de même échelon, la même année, hors démonstration et territoires statistiques`,
    );
    const peers = { value: median, unit, status: ObservationStatus.PUBLISHED, computedBy };
    return { basis, observation: median === null ? Observation.absent(unit) : Observation.of(peers) };
  }
  const region = await regionOf(context, { level: key.level, code: key.code, year: key.year });
  if (region) return { basis, observation: await elsewhere(TerritoryLevel.REGION, region.code) };
  return { basis, observation: Observation.absent(await unitOf(value, context), ObservationStatus.NOT_APPLICABLE) };
}

/** Whether the territory exists, and the observation that is cited is one of the value. */
async function isOfSomething({ indicator, level, code, year, pinned }: ValueKey, context: Context): Promise<boolean> {
  if (pinned === null) return (await knownTerritory(context, { level, code })) !== null;
  const cited = await observations(context, pinned);
  return cited?.measure === indicator && cited.level === level && cited.code === code && cited.year === year;
}

/** Differences of printed decimals: nobody prints ten. */
const round = (value: number) => Number(value.toFixed(10));
