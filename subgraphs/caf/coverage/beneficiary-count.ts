import { Field, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { recordedSeries } from "../../../foundation/numbers/recorded-observations.ts";
import type { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";

export const beneficiaries = { measure: "caf-beneficiaries", unit: "allocataires" };

export const beneficiariesDescription =
  "Allocataires de la Caf (un foyer compte pour un), l'année la plus récente d'abord. Liste vide si le hub n'a rien reçu pour ce territoire.";

@Open()
@ObjectType({ description: "Nombre d'allocataires de la Caf d'un territoire, une année." })
export class BeneficiaryCount {
  @Field(() => Int, { description: "Année décrite (situation au 31 décembre)." })
  year!: number;

  @Field(() => Observation, { description: "Nombre d'allocataires." })
  observation!: Observation;
}

export async function beneficiariesOf(
  context: Context,
  level: TerritoryLevel,
  code: string,
  year: number | null = null,
): Promise<BeneficiaryCount[]> {
  const series = await recordedSeries(context, { measure: beneficiaries.measure, level, code, year });
  return series.map((observation) => Object.assign(new BeneficiaryCount(), { year: observation.year, observation }));
}
