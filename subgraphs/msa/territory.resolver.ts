import { Args, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../foundation/graph/connection.ts";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { Known, knownText, withKnown } from "../../foundation/numbers/known.ts";
import { TerritoryLevel } from "../../foundation/territories/territory-level.ts";
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
