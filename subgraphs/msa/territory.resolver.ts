import { Arg, Args, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../foundation/graph/connection.ts";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { Known, knownText, withKnown } from "../../foundation/numbers/known.ts";
import { Observation } from "../../foundation/numbers/observation.ts";
import { recordedSeries } from "../../foundation/numbers/recorded-observations.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { AgriculturalSchemeFigure, AgriculturalSchemeMeasure, agriculturalSchemeUnits } from "./means/agricultural-scheme.ts";
import { MsaMeans } from "./means/msa-means.entity.ts";
import { meansOf } from "./means/readings.ts";
import { knownProgrammesIn, knownProgrammesOfDepartment, programmesIn, programmesOfDepartment } from "./programmes/readings.ts";
import { RuralProgramme } from "./programmes/rural-programme.entity.ts";
import { Territory } from "./territory.stub.ts";

@Open()
@ObjectType({ description: "Une page de programmes ruraux." })
export class RuralProgrammeConnection extends connectionOf(RuralProgramme, "RuralProgramme", Open()) {
  @Field(() => Known, { description: knownText })
  known!: Known;
}

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => [MsaMeans], {
    nullable: true,
    description:
      "Moyens que la MSA engage dans le schéma départemental des services aux familles (SDSF), par axe. Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 4)")
  msaMeans(@Root() { level, code }: Territory, @Ctx() context: Context): Read<MsaMeans[]> {
    return level === TerritoryLevel.DEPARTMENT ? meansOf(context, code) : [];
  }

  @FieldResolver(() => [AgriculturalSchemeFigure], {
    nullable: true,
    description:
      "Allocataires et familles du régime agricole (MSA). Avec « year » : les trois mesures de cette année, transmises ou non ; sans « year » : tout ce qui a été transmis, de l'année la plus récente à la plus ancienne. Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 9)")
  async agriculturalScheme(
    @Root() { level, code }: Territory,
    @Arg("year", () => Int, { nullable: true, description: "Année voulue ; par défaut, toutes." }) year: number | null,
    @Ctx() context: Context,
  ): Promise<AgriculturalSchemeFigure[]> {
    const measures = Object.values(AgriculturalSchemeMeasure);
    const series = await Promise.all(measures.map((measure) => recordedSeries(context, { measure, level, code, year: year ?? null })));
    const figures = measures.flatMap((measure, index) =>
      series[index]!.map((observation) => ({ measure, year: observation.year, observation })),
    );
    if (year == null) return figures.sort((a, b) => b.year - a.year);
    return measures.map(
      (measure) =>
        figures.find((figure) => figure.measure === measure) ?? {
          measure,
          year,
          observation: Observation.absent(agriculturalSchemeUnits[measure]),
        },
    );
  }

  @FieldResolver(() => RuralProgrammeConnection, {
    nullable: true,
    description:
      "Programmes de la MSA (Grandir en milieu rural, charte « Avec les familles »…) avec ce territoire, ou d'un département, ceux de tous ses territoires ; par identifiant. Null seulement en cas d'erreur.",
  })
  @Page()
  async ruralProgrammes(
    @Root() { id, level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<RuralProgrammeConnection> {
    if (level === TerritoryLevel.DEPARTMENT)
      return withKnown(await programmesOfDepartment.page(context, code, page), knownProgrammesOfDepartment, context, code);
    return withKnown(await programmesIn.page(context, id, page), knownProgrammesIn, context, id);
  }
}
