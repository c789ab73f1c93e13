import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { programmeResolver } from "../../../foundation/programmes/programme.resolver.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { EducationProgrammeConnection } from "./education-connection.ts";
import { CafInvolvement, EducationProgramme, EducationProgrammeKind } from "./education-programme.entity.ts";
import { allEducationProgrammes, educationProgrammesOfDepartment, realEducationProgrammes } from "./readings.ts";

@ArgsType()
class EducationProgrammesArgs {
  @Field(() => [EducationProgrammeKind], { nullable: true, description: "Natures voulues ; par défaut, toutes." })
  kinds?: EducationProgrammeKind[] | null;

  @Field(() => [CafInvolvement], { nullable: true, description: "Ceux où la Caf prend une de ces parts ; par défaut, tous." })
  cafInvolvement?: CafInvolvement[] | null;
}

const wanted = ({ kinds, cafInvolvement }: EducationProgrammesArgs) => ({ kind: kinds ?? null, cafInvolvement: cafInvolvement ?? null });

@Resolver(() => EducationProgramme)
export class EducationProgrammeResolver extends programmeResolver(EducationProgramme, Territory) {
  @Query(() => EducationProgrammeConnection, {
    nullable: true,
    description:
      "Programmes éducatifs de toute la France que le hub connaît : les cités éducatives, et ce que des comités ont transmis ; par identifiant.",
  })
  @Page()
  educationProgrammes(
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => EducationProgrammesArgs) args: EducationProgrammesArgs,
    @Arg("includeDemonstration", () => Boolean, { defaultValue: false, description: "Avec ceux du département fictif de démonstration." })
    includeDemonstration: boolean,
    @Ctx() context: Context,
  ): Promise<EducationProgrammeConnection> {
    return (includeDemonstration ? allEducationProgrammes : realEducationProgrammes).page(context, null, page, wanted(args));
  }
}

@Resolver(() => Territory)
export class TerritoryEducationResolver {
  @FieldResolver(() => EducationProgrammeConnection, {
    nullable: true,
    description: "Programmes éducatifs d'un département, ou qui engagent le territoire ; par identifiant.",
  })
  @Page()
  educationProgrammes(
    @Root() { id, level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => EducationProgrammesArgs) args: EducationProgrammesArgs,
    @Ctx() context: Context,
  ): Promise<EducationProgrammeConnection> {
    if (level === TerritoryLevel.DEPARTMENT) return educationProgrammesOfDepartment.page(context, code, page, wanted(args));
    return allEducationProgrammes.page(context, null, page, { ...wanted(args), territoryIds: [id] });
  }
}
