import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../foundation/graph/connection.ts";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { Protected } from "../../foundation/graph/journal/protected.ts";
import { Known, knownText, withKnown } from "../../foundation/numbers/known.ts";
import { TerritoryLevel } from "../../foundation/territories/territory-level.ts";
import { ChildminderHouse } from "./facilities/childminder-house.entity.ts";
import { housesOfDepartment, knownHouses } from "./facilities/readings.ts";
import { InspectionConnection, ScheduledInspectionConnection } from "./inspections/inspection.resolver.ts";
import { inspectionsOfDepartment, scheduleOfDepartment } from "./inspections/readings.ts";
import { InspectionPlan } from "./plans/inspection-plan.entity.ts";
import { readPlan } from "./plans/unpublished.ts";
import { Territory } from "./territory.stub.ts";

@Open()
@ObjectType({ description: "Une page de maisons d'assistants maternels." })
export class ChildminderHouseConnection extends connectionOf(ChildminderHouse, "ChildminderHouse", Open()) {
  @Field(() => Known, { description: knownText })
  known!: Known;
}

/** What is restricted is known of departments only: elsewhere nobody holds it. */
const ofDepartment = {
  departments: ({ level, code }: Territory) => (level === TerritoryLevel.DEPARTMENT ? [code] : []),
  subject: ({ id }: Territory) => `Territory:${id}`,
};

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => InspectionPlan, {
    nullable: true,
    description: "Plan annuel d'inspection et de contrôle d'un département ; null s'il n'a pas été transmis au hub.",
  })
  inspectionPlan(
    @Root() { level, code }: Territory,
    @Arg("year", () => Int, { description: "Année du plan." }) year: number,
    @Ctx() context: Context,
  ): Read<InspectionPlan | null> {
    return level !== TerritoryLevel.DEPARTMENT ? null : readPlan(context, `${code}-${year}`);
  }

  @FieldResolver(() => ChildminderHouseConnection, {
    nullable: true,
    description: "Maisons d'assistants maternels d'un département connues d'un document, par identifiant ; aucune aux autres échelons.",
  })
  @Page()
  async childminderHouses(
    @Root() { level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<ChildminderHouseConnection> {
    const department = level === TerritoryLevel.DEPARTMENT ? code : "";
    return withKnown(await housesOfDepartment.page(context, department, page), knownHouses, context, department);
  }

  @FieldResolver(() => InspectionConnection, {
    nullable: true,
    description: "Registre des contrôles, par identifiant. Réservé aux autorités compétentes du département.",
  })
  @Page()
  @Protected<Territory>({ scope: "inspections:read", ...ofDepartment })
  inspections(
    @Root() { code }: Territory,
    @Arg("year", () => Int, { nullable: true, description: "Ne garder qu'une année." }) year: number | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<InspectionConnection> {
    return inspectionsOfDepartment.page(context, code, page, { year: year === undefined ? null : [year] });
  }

  @FieldResolver(() => ScheduledInspectionConnection, {
    nullable: true,
    description: "Contrôles à venir, inopinés compris, par identifiant. Réservé aux autorités compétentes du département.",
  })
  @Page()
  @Protected<Territory>({ scope: "inspections:schedule", ...ofDepartment })
  scheduledInspections(
    @Root() { code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<ScheduledInspectionConnection> {
    return scheduleOfDepartment.page(context, code, page);
  }
}
