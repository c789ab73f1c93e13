import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { recordedSeries } from "../../../foundation/numbers/recorded-observations.ts";
import type { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { ChildcareMode, coverageSeries } from "./childcare-mode.ts";

@Open()
@ObjectType({ description: "Offre d'accueil du jeune enfant d'un territoire, pour une année et un mode d'accueil (Cnaf)." })
export class Coverage {
  @Field(() => Int, { description: "Année décrite : pour les séries de data.caf.fr, situation de décembre." })
  year!: number;

  @Field(() => ChildcareMode, { description: "Mode d'accueil." })
  mode!: ChildcareMode;

  @Field(() => Observation, {
    description:
      "Taux de couverture : places offertes pour 100 enfants de moins de 3 ans. Ce n'est pas un pourcentage, il peut dépasser 100. Ne pas faire la moyenne de plusieurs territoires : rapporter la somme des places à celle des enfants.",
  })
  rate!: Observation;

  @Field(() => Observation, { description: "Places offertes." })
  places!: Observation;
}

@ArgsType()
export class CoverageArgs {
  @Field(() => Int, { nullable: true, description: "Une seule année ; par défaut, toutes celles que le hub connaît." })
  year?: number | null;

  @Field(() => ChildcareMode, { nullable: true, description: "Un seul mode d'accueil ; par défaut, tous." })
  mode?: ChildcareMode | null;
}

export const coverageDescription =
  "Taux de couverture et places par mode d'accueil (Cnaf), l'année la plus récente d'abord. Liste vide si le hub n'a rien reçu pour ce territoire.";

/** A year and mode of which neither the rate nor the places were recorded is left out. */
export async function coverageOf(context: Context, level: TerritoryLevel, code: string, { year, mode }: CoverageArgs): Promise<Coverage[]> {
  const load = (measure: string) => recordedSeries(context, { measure, level, code, year: year ?? null });
  const modes = mode ? [mode] : Object.values(ChildcareMode);
  const rows = await Promise.all(
    modes.map(async (mode) => {
      const { rate, places } = coverageSeries[mode];
      const [rates, offered] = await Promise.all([load(rate.measure), load(places.measure)]);
      const years = new Set([...rates, ...offered].map((row) => row.year));
      return [...years].map((year) =>
        Object.assign(new Coverage(), {
          year,
          mode,
          rate: rates.find((row) => row.year === year) ?? Observation.absent(rate.unit),
          places: offered.find((row) => row.year === year) ?? Observation.absent(places.unit),
        }),
      );
    }),
  );
  return rows.flat().sort((a, b) => b.year - a.year);
}
