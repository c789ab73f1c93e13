import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { ChildcareFacility } from "./childcare-facility.stub.ts";
import { FacilityFunding } from "./facility-funding.entity.ts";
import { fundingOf } from "./readings.ts";

@Resolver(() => ChildcareFacility)
export class ChildcareFacilityResolver {
  @FieldResolver(() => [FacilityFunding], {
    nullable: true,
    description:
      "Aides au fonctionnement versées par la Caf, l'année la plus récente d'abord. Liste vide si la Caf n'a rien transmis au hub.",
  })
  @Directive("@listSize(assumedSize: 2)")
  async funding(
    @Root() facility: ChildcareFacility,
    @Arg("year", () => Int, { nullable: true, description: "Une seule année ; par défaut, toutes celles que le hub connaît." }) year:
      | number
      | null,
    @Ctx() context: Context,
  ): Promise<FacilityFunding[]> {
    const rows = await fundingOf(context, facility.id);
    return year == null ? rows : rows.filter((row) => row.year === year);
  }
}
