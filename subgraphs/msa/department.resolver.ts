import { Arg, Args, Ctx, Directive, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../foundation/graph/connection.ts";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { Observation } from "../../foundation/numbers/observation.ts";
import { recordedSeries } from "../../foundation/numbers/recorded-observations.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { AgriculturalSchemeFigure, AgriculturalSchemeMeasure, agriculturalSchemeUnits } from "./means/agricultural-scheme.ts";
import { MsaMeans } from "./means/msa-means.entity.ts";
import { meansOf } from "./means/readings.ts";
import { programmesOfDepartment } from "./programmes/readings.ts";
import { RuralProgramme } from "./programmes/rural-programme.entity.ts";
import { Department } from "./territory.stub.ts";

@Open()
@ObjectType({ description: "Une page de programmes ruraux." })
export class RuralProgrammeConnection extends connectionOf(RuralProgramme, "RuralProgramme", Open()) {}

@Resolver(() => Department)
export class DepartmentResolver {
  @FieldResolver(() => [MsaMeans], {
    nullable: true,
    description:
      "Moyens que la MSA engage dans le schéma départemental des services aux familles (SDSF), par axe. Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 4)")
  msaMeans(@Root() department: Department, @Ctx() context: Context): Read<MsaMeans[]> {
    return meansOf(context, department.code);
  }

  @FieldResolver(() => [AgriculturalSchemeFigure], {
    nullable: true,
    description:
      "Allocataires et familles du régime agricole (MSA). Avec « year » : les trois mesures de cette année, transmises ou non ; sans « year » : tout ce qui a été transmis, de l'année la plus récente à la plus ancienne. Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 9)")
  async agriculturalScheme(
    @Root() department: Department,
    @Arg("year", () => Int, { nullable: true, description: "Année voulue ; par défaut, toutes." }) year: number | null,
    @Ctx() context: Context,
  ): Promise<AgriculturalSchemeFigure[]> {
    const measures = Object.values(AgriculturalSchemeMeasure);
    const series = await Promise.all(
      measures.map((measure) =>
        recordedSeries(context, { measure, level: TerritoryLevel.DEPARTMENT, code: department.code, year: year ?? null }),
      ),
    );
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
      "Programmes de la MSA dans le département, quel que soit l'échelon de leur territoire, par identifiant. Null seulement en cas d'erreur.",
  })
  @Page()
  ruralProgrammes(
    @Root() department: Department,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<RuralProgrammeConnection> {
    return programmesOfDepartment.page(context, department.code, page);
  }
}
