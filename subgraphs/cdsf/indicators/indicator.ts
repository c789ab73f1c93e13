import { Arg, Ctx, Directive, Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { DateTimeScalar } from "../../../foundation/graph/scalars.ts";
import { indicatorText, observationOf, parseIndicatorId } from "../../../foundation/numbers/indicator.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { IndicatorDefinition } from "./indicator-definition.entity.ts";
import { IndicatorTarget } from "./indicator-target.entity.ts";
import { Partner } from "./partner.ts";
import { definitions, targets } from "./readings.ts";

const text = {
  ...indicatorText,
  definition: "Définition de l'indicateur.",
  territory: "Territoire décrit.",
  year: "Année due.",
  target: "Cible du département pour cet indicateur ; null s'il n'en a pas.",
};

/** What is asked of every territory, by law; the number itself belongs to its producer. */
@Open()
@InterfaceType({ description: text.indicator })
export abstract class Indicator {
  @Field(() => ID, { description: text.id })
  id!: string;

  @Field(() => IndicatorDefinition, { description: text.definition })
  definition!: IndicatorDefinition;

  @Field(() => Territory, { nullable: true, description: text.territory })
  territory!: Territory | null;

  @Field(() => Int, { description: text.year })
  year!: number;

  @Field(() => String, { description: text.unit })
  unit!: string;

  @Field(() => IndicatorTarget, { nullable: true, description: text.target })
  target!: IndicatorTarget | null;
}

class ListedIndicator {
  readonly #context: Context;
  readonly #known: IndicatorDefinition | undefined;

  /** @param known the definition, where it is at hand; otherwise it is read when it is asked for. */
  constructor(
    readonly id: string,
    readonly unit: string,
    context: Context,
    known?: IndicatorDefinition,
  ) {
    this.#context = context;
    this.#known = known;
  }

  get #key() {
    return parseIndicatorId(this.id);
  }

  get definition(): Read<IndicatorDefinition | null> {
    return this.#known ?? definitions(this.#context, this.#key.measure);
  }

  get territory(): Territory {
    return Territory.of(this.#key.level, this.#key.code);
  }

  get year(): number {
    return this.#key.year;
  }

  /** The department's target, seen from this year and what was observed then. */
  async targetWith(observed: number | null, context: Context): Promise<IndicatorTarget | null> {
    const { level, code, measure, year } = this.#key;
    if (level !== TerritoryLevel.DEPARTMENT || this.#known?.hasTarget === false) return null;
    const target = await targets(context, `${code}-${measure}`);
    return target && Object.assign(new IndicatorTarget(), target, { year, observed });
  }
}

/** The type of the indicators that another subgraph produces: its `observation` is known there. */
function listedIndicator(name: string, producer: string) {
  @Open()
  @ObjectType(name, { implements: Indicator, description: text.producedBy(producer) })
  @Directive('@key(fields: "id unit")')
  class Listed extends ListedIndicator {
    /** What its producer answered, where the gateway brings it. */
    observed: Pick<Observation, "value"> | null = null;

    @Field(() => Observation, { nullable: true, description: text.observation })
    @Directive("@external")
    observation(
      @Arg("asOf", () => DateTimeScalar, { nullable: true, description: text.asOf }) _asOf?: Date,
    ): Pick<Observation, "value"> | null {
      return this.observed;
    }

    @Field(() => IndicatorTarget, { nullable: true, description: text.target })
    @Directive('@requires(fields: "observation { value }")')
    target(@Ctx() context: Context): Promise<IndicatorTarget | null> {
      return this.targetWith(this.observed?.value ?? null, context);
    }
  }
  return Listed;
}

export const CafIndicator = listedIndicator("CafIndicator", "la Caf ou la Cnaf");
export const PmiIndicator = listedIndicator("PmiIndicator", "le conseil départemental (PMI) ou la Drees");
export const MsaIndicator = listedIndicator("MsaIndicator", "la MSA");
export const FranceTravailIndicator = listedIndicator("FranceTravailIndicator", "France Travail");

@Open()
@ObjectType({
  implements: Indicator,
  description:
    "Indicateur qu'aucun des quatre partenaires ne produit (Insee, Éducation nationale, Région) : le secrétariat du CDSF le transmet.",
})
@Directive('@key(fields: "id unit")')
export class CdsfIndicator extends ListedIndicator {
  @Field(() => Observation, { nullable: true, description: text.observation })
  observation(
    @Arg("asOf", () => DateTimeScalar, { nullable: true, description: text.asOf }) asOf: Date | undefined,
    @Ctx() context: Context,
  ): Promise<Observation> {
    return observationOf(this, asOf, context);
  }

  @Field(() => IndicatorTarget, { nullable: true, description: text.target })
  async target(@Ctx() context: Context): Promise<IndicatorTarget | null> {
    return this.targetWith((await this.observation(undefined, context)).value, context);
  }
}

const classes = {
  [Partner.CAF]: CafIndicator,
  [Partner.PMI]: PmiIndicator,
  [Partner.MSA]: MsaIndicator,
  [Partner.FRANCE_TRAVAIL]: FranceTravailIndicator,
  [Partner.CDSF]: CdsfIndicator,
};

/** The indicator of a definition, as the type of its producer. */
export function listIndicator(definition: IndicatorDefinition, context: Context, id: string): Indicator {
  return new classes[definition.producer](id, definition.unit, context, definition) as unknown as Indicator;
}

interface Reference {
  id: string;
  unit: string;
  observation?: Pick<Observation, "value"> | null;
}

/** How the gateway's keys become indicators of one producer again: nothing is read until a field asks for it. */
export function indicatorReference(producer: Partner) {
  return ({ id, unit, observation }: Reference, context: Context): Indicator =>
    Object.assign(new classes[producer](id, unit, context), { observed: observation ?? null }) as unknown as Indicator;
}
