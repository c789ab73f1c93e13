import { Arg, Ctx, Directive, Field, ID, InterfaceType, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import type { Context } from "../graph/context.ts";
import { DateTimeScalar } from "../graph/scalars.ts";
import { Observation } from "./observation.ts";
import { type ObservationKey, recordedObservations } from "./recorded-observations.ts";
import type { TerritoryLevel } from "./territory-level.ts";

const idDescription = "Identifiant : code de l'indicateur, échelon, code du territoire et année, par exemple « T1:DEPARTMENT:52:2025 ».";
const observationDescription =
  "Le chiffre, ou la raison de son absence. Null seulement si le système du producteur ne répond pas (une erreur le nomme alors).";
const asOfDescription = "Ce qui était connu du hub à cet instant ; par défaut, ce qui est connu maintenant.";

/** What a producer knows of an indicator; what it is and who owes it belongs to the cdsf subgraph. */
@Open()
@InterfaceType({ description: "Un indicateur dû pour un territoire et une année." })
export abstract class Indicator {
  @Field(() => ID, { description: idDescription })
  id!: string;

  @Field(() => Observation, { nullable: true, description: observationDescription })
  observation(@Arg("asOf", () => DateTimeScalar, { nullable: true, description: asOfDescription }) _asOf?: Date): Observation | null {
    return null;
  }
}

/** The indicator type of one producer. */
export function producedIndicator(name: string, producer: string) {
  @Open()
  @ObjectType(name, { implements: Indicator, description: `Indicateur dont le chiffre est produit par ${producer}.` })
  @Directive('@key(fields: "id unit")')
  class ProducedIndicator {
    @Field(() => ID, { description: idDescription })
    id!: string;

    /** Part of the key: an absence has a unit too, and only the catalogue knows it. */
    @Field(() => String, { description: "Unité de l'indicateur." })
    unit!: string;

    @Field(() => Observation, { nullable: true, description: observationDescription })
    async observation(
      @Arg("asOf", () => DateTimeScalar, { nullable: true, description: asOfDescription }) asOf: Date | undefined,
      @Ctx() context: Context,
    ): Promise<Observation> {
      const key = { ...parseIndicatorId(this.id), asOf: asOf?.toISOString() ?? null };
      return (await recordedObservations(context, key)) ?? Observation.absent(this.unit);
    }

    static reference({ id, unit }: { id: string; unit: string }): ProducedIndicator {
      return Object.assign(new ProducedIndicator(), { id, unit });
    }
  }
  return ProducedIndicator;
}

export function indicatorId({ measure, level, code, year }: Omit<ObservationKey, "asOf">): string {
  return [measure, level, code, year].join(":");
}

/** The code of a former EPCI holds a colon itself. */
export function parseIndicatorId(id: string): Omit<ObservationKey, "asOf"> {
  const [measure, level, ...rest] = id.split(":");
  return { measure: measure ?? "", level: level as TerritoryLevel, year: Number(rest.pop()), code: rest.join(":") };
}
