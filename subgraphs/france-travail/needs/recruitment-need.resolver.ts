import { Arg, Args, Ctx, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { EmploymentBasin } from "../basins/employment-basin.entity.ts";
import { Occupation } from "../occupations/occupation.entity.ts";
import { employmentBasins, occupations } from "../readings.ts";
import { Department } from "../territory.stub.ts";
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
    @Ctx() { em }: Context,
  ): Promise<RecruitmentNeedConnection> {
    const { first, after } = PageArgs.check(page);
    const [employmentBasin = "", department = ""] = after?.split("/") ?? [];
    const [rows, total] = await Promise.all([
      em.find(
        RecruitmentNeed,
        { year, occupation, $or: [{ employmentBasin: { $gt: employmentBasin } }, { employmentBasin, department: { $gt: department } }] },
        { orderBy: { employmentBasin: "asc", department: "asc" }, limit: first + 1, populate: ["source"] },
      ),
      em.count(RecruitmentNeed, { year, occupation }),
    ]);
    return pageOf(rows, { first, after }, total, (need) => `${need.employmentBasin.code}/${need.department}`);
  }

  @FieldResolver(() => Occupation, { description: "Métier." })
  occupation(@Root() need: RecruitmentNeed, @Ctx() context: Context): Promise<Occupation | null> {
    return context.load(occupations, need.occupation.fap);
  }

  @FieldResolver(() => EmploymentBasin, { description: "Bassin d'emploi." })
  employmentBasin(@Root() need: RecruitmentNeed, @Ctx() context: Context): Promise<EmploymentBasin | null> {
    return context.load(employmentBasins, need.employmentBasin.code);
  }

  @FieldResolver(() => Department, {
    nullable: true,
    description: "Département : les chiffres ne portent que sur la partie du bassin qui s'y trouve.",
  })
  department(@Root() need: RecruitmentNeed): Department {
    return Department.of(need.department);
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
