import { Args, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Restricted } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { Protected } from "../../../foundation/graph/journal/protected.ts";
import { ChildcareFacility } from "../facilities/childcare-facility.entity.ts";
import { facilities } from "../facilities/readings.ts";
import { Inspection } from "./inspection.entity.ts";
import { NonComplianceNature } from "./inspection-terms.ts";
import { inspectionsOfFacility, scheduleOfFacility } from "./readings.ts";
import { ScheduledInspection } from "./scheduled-inspection.entity.ts";

@ObjectType({ description: "Une page de contrôles." })
@Restricted("inspections:read")
export class InspectionConnection extends connectionOf(Inspection, "Inspection", Restricted("inspections:read")) {}

@ObjectType({ description: "Une page de contrôles à venir." })
@Restricted("inspections:schedule")
export class ScheduledInspectionConnection extends connectionOf(
  ScheduledInspection,
  "ScheduledInspection",
  Restricted("inspections:schedule"),
) {}

@ObjectType({ description: "Non-conformités d'une nature, constatées lors d'un contrôle." })
@Restricted("inspections:read")
class InspectionFinding {
  @Field(() => NonComplianceNature, { description: "Nature de la non-conformité." })
  nature!: NonComplianceNature;

  @Field(() => Int, { description: "Nombre." })
  count!: number;
}

@Resolver(() => Inspection)
export class InspectionResolver {
  @FieldResolver(() => ChildcareFacility, {
    nullable: true,
    description: "Établissement contrôlé ; null pour les autres modes d'accueil : le registre ne nomme personne.",
  })
  async facility(@Root() { facility }: Inspection, @Ctx() context: Context): Promise<ChildcareFacility | null> {
    return facility === null ? null : facilities(context, facility);
  }

  @Directive("@listSize(assumedSize: 3)")
  @FieldResolver(() => [InspectionFinding], { description: "Non-conformités constatées, par nature ; aucune si la liste est vide." })
  nonCompliances(@Root() { nonCompliances }: Inspection): InspectionFinding[] {
    return Object.entries(nonCompliances).map(([nature, count]) => Object.assign(new InspectionFinding(), { nature, count }));
  }
}

@Resolver(() => ScheduledInspection)
export class ScheduledInspectionResolver {
  @FieldResolver(() => ChildcareFacility, { nullable: true, description: "Établissement à contrôler." })
  async facility(@Root() { facility }: ScheduledInspection, @Ctx() context: Context): Promise<ChildcareFacility | null> {
    return facilities(context, facility);
  }
}

const ofFacility = {
  departments: ({ departmentCode }: ChildcareFacility) => [departmentCode],
  subject: ({ id }: ChildcareFacility) => `ChildcareFacility:${id}`,
};

@Resolver(() => ChildcareFacility)
export class FacilityInspectionsResolver {
  @FieldResolver(() => InspectionConnection, {
    nullable: true,
    description:
      "Contrôles de l'établissement, avec constats et suites, par identifiant. Réservé aux autorités compétentes du département.",
  })
  @Page()
  @Protected<ChildcareFacility>({ scope: "inspections:read", ...ofFacility })
  inspections(
    @Root() { id }: ChildcareFacility,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<InspectionConnection> {
    return inspectionsOfFacility.page(context, id, page);
  }

  @FieldResolver(() => ScheduledInspectionConnection, {
    nullable: true,
    description: "Contrôles à venir de l'établissement, inopinés compris. Réservé aux autorités compétentes du département.",
  })
  @Page()
  @Protected<ChildcareFacility>({ scope: "inspections:schedule", ...ofFacility })
  scheduledInspections(
    @Root() { id }: ChildcareFacility,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<ScheduledInspectionConnection> {
    return scheduleOfFacility.page(context, id, page);
  }
}
