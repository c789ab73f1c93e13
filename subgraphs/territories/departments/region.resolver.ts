import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { departmentsOfRegion } from "../readings.ts";
import { Department } from "./department.entity.ts";
import { Region } from "./region.entity.ts";

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => [Region], { nullable: true, description: "Toutes les régions, par code." })
  @Directive("@listSize(assumedSize: 27)")
  regions(@Ctx() { em }: Context): Promise<Region[]> {
    return em.find(Region, {}, { orderBy: { code: "asc" } });
  }

  @FieldResolver(() => [Department], { description: "Départements de la région." })
  @Directive("@listSize(assumedSize: 8)")
  departments(@Root() region: Region, @Ctx() context: Context): Promise<Department[]> {
    return context.load(departmentsOfRegion, region.code);
  }
}
