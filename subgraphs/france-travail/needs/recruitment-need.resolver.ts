import { Arg, Args, Ctx, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import type { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Occupation } from "../occupations/occupation.entity.ts";
import { occupations } from "../occupations/readings.ts";
import { Territory } from "../territory.stub.ts";
import { needsOfOccupation } from "./readings.ts";
import { RecruitmentNeed } from "./recruitment-need.entity.ts";
import { recruitmentUnit } from "./recruitment-unit.ts";

@Open()
@ObjectType({ description: "Une page de besoins en main-d'œuvre." })
export class RecruitmentNeedConnection extends connectionOf(RecruitmentNeed, "RecruitmentNeed", Open()) {}

@Resolver(() => RecruitmentNeed)
export class RecruitmentNeedResolver {
  @Query(() => RecruitmentNeedConnection, {
    nullable: true,
    description: "Besoins en main-d'œuvre d'un métier dans toute la France, par bassin d'emploi puis par département.",
  })
  @Page()
  async recruitmentNeeds(
    @Arg("year", () => Int, { description: "Année de l'enquête." }) year: number,
    @Arg("occupation", () => ID, { description: "Code métier BMO (FAP), par exemple « T2B60 »." }) occupation: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<RecruitmentNeedConnection> {
    const { first, after } = PageArgs.check(page);
    const [basin = "", department = ""] = after?.split("/") ?? [];
    const rows = await needsOfOccupation(context, { year, occupation, basin, department, first: first + 1 });
    const needs = rows.filter((row) => row.year !== null);
    return pageOf(needs, { first, after }, rows[0]!.total, (need) => `${need.employmentBasin}/${need.department}`);
  }

  @FieldResolver(() => Occupation, { description: "Métier." })
  occupation(@Root() need: RecruitmentNeed, @Ctx() context: Context): Read<Occupation | null> {
    return occupations(context, need.occupation);
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Bassin d'emploi." })
  employmentBasin(@Root() need: RecruitmentNeed): Territory {
    return Territory.of(TerritoryLevel.EMPLOYMENT_BASIN, need.employmentBasin);
  }

  @FieldResolver(() => Territory, {
    nullable: true,
    description: "Département : les chiffres ne portent que sur la partie du bassin qui s'y trouve.",
  })
  department(@Root() need: RecruitmentNeed): Territory {
    return Territory.of(TerritoryLevel.DEPARTMENT, need.department);
  }

  @FieldResolver(() => Observation, { description: "Nombre de projets de recrutement." })
  projects(@Root() need: RecruitmentNeed): Observation {
    return cell(need.projects, need.source);
  }

  @FieldResolver(() => Observation, { description: "Nombre de projets de recrutement que les employeurs jugent difficiles." })
  difficult(@Root() need: RecruitmentNeed): Observation {
    return cell(need.difficult, need.source);
  }

  @FieldResolver(() => Observation, { description: "Nombre de projets de recrutement saisonniers." })
  seasonal(@Root() need: RecruitmentNeed): Observation {
    return cell(need.seasonal, need.source);
  }
}

function cell(value: number | null, source: Source): Observation {
  return Observation.of({
    value,
    status: value === null ? ObservationStatus.SUPPRESSED : ObservationStatus.PUBLISHED,
    unit: recruitmentUnit,
    source,
  });
}
