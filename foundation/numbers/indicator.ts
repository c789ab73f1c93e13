import { Arg, Ctx, Directive, Field, ID, InterfaceType, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import type { Context } from "../graph/context.ts";
import { DateTimeScalar } from "../graph/scalars.ts";
import { Observation } from "./observation.ts";
import { type ObservationKey, recordedObservations } from "./recorded-observations.ts";
import type { TerritoryLevel } from "./territory-level.ts";

/** French: what an indicator is and has, for every subgraph that says it; one text, as composition wants. */
export const indicatorText = {
  indicator: "Un indicateur dû pour un territoire et une année.",
  id: "Identifiant : code de l'indicateur, échelon, code du territoire et année, par exemple « T1:DEPARTMENT:52:2025 ».",
  unit: "Unité de l'indicateur.",
  observation:
    "Le chiffre, ou la raison de son absence. Null seulement si le système du producteur ne répond pas (une erreur le nomme alors).",
  asOf: "Ce qui était connu du hub à cet instant ; par défaut, ce qui est connu maintenant.",
  producedBy: (producer: string) => `Indicateur dont le chiffre est produit par ${producer}.`,
};

/** What a producer knows of an indicator; what it is and who owes it belongs to the cdsf subgraph. */
@Open()
@InterfaceType({ description: indicatorText.indicator })
export abstract class Indicator {
  @Field(() => ID, { description: indicatorText.id })
  id!: string;

  @Field(() => Observation, { nullable: true, description: indicatorText.observation })
  observation(@Arg("asOf", () => DateTimeScalar, { nullable: true, description: indicatorText.asOf }) _asOf?: Date): Observation | null {
    return null;
  }
}

/** The indicator type of one producer. */
export function producedIndicator(name: string, producer: string) {
  @Open()
  @ObjectType(name, { implements: Indicator, description: indicatorText.producedBy(producer) })
  @Directive('@key(fields: "id unit")')
  class ProducedIndicator {
    @Field(() => ID, { description: indicatorText.id })
    id!: string;

    /** Part of the key: an absence has a unit too, and only the catalogue knows it. */
    @Field(() => String, { description: indicatorText.unit })
    unit!: string;

    @Field(() => Observation, { nullable: true, description: indicatorText.observation })
    observation(
      @Arg("asOf", () => DateTimeScalar, { nullable: true, description: indicatorText.asOf }) asOf: Date | undefined,
      @Ctx() context: Context,
    ): Promise<Observation> {
      return observationOf(this, asOf, context);
    }

    static reference({ id, unit }: { id: string; unit: string }): ProducedIndicator {
      return Object.assign(new ProducedIndicator(), { id, unit });
    }
  }
  return ProducedIndicator;
}

/** The number of an indicator that its subgraph records, or its absence, in the unit of the catalogue. */
export async function observationOf(
  { id, unit }: { id: string; unit: string },
  asOf: Date | undefined,
  context: Context,
): Promise<Observation> {
  const key = { ...parseIndicatorId(id), asOf: asOf?.toISOString() ?? null };
  return (await recordedObservations(context, key)) ?? Observation.absent(unit);
}

export function indicatorId({ measure, level, code, year }: Omit<ObservationKey, "asOf">): string {
  return [measure, level, code, year].join(":");
}

/** The code of a former EPCI holds a colon itself. */
export function parseIndicatorId(id: string): Omit<ObservationKey, "asOf"> {
  const [measure, level, ...rest] = id.split(":");
  return { measure: measure ?? "", level: level as TerritoryLevel, year: Number(rest.pop()), code: rest.join(":") };
}
