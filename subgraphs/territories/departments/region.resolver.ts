import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Department } from "./department.entity.ts";
import { allRegions, departmentsOfRegion } from "./readings.ts";
import { Region } from "./region.entity.ts";

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => [Region], { nullable: true, description: "Toutes les régions, par code." })
  @Directive("@listSize(assumedSize: 27)")
  regions(@Ctx() context: Context): Read<Region[]> {
    return allRegions(context, {});
  }

  @FieldResolver(() => [Department], { description: "Départements de la région." })
  @Directive("@listSize(assumedSize: 8)")
  departments(@Root() region: Region, @Ctx() context: Context): Read<Department[]> {
    return departmentsOfRegion(context, region.code);
  }
}
