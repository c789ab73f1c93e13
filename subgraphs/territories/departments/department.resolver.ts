import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { CommuneConnection } from "../communes/commune-connection.ts";
import { communesOfDepartment } from "../communes/readings.ts";
import { Epci } from "../epcis/epci.entity.ts";
import { FormerEpci } from "../epcis/former-epci.entity.ts";
import { epcisOfDepartment, formerEpcisOfDepartment } from "../epcis/readings.ts";
import { populationObservation } from "../population.ts";
import { Department, DepartmentKind } from "./department.entity.ts";
import { departments, departmentsOfKind, populationOfDepartment, regions } from "./readings.ts";
import { Region } from "./region.entity.ts";

@Resolver(() => Department)
export class DepartmentResolver {
  @Query(() => [Department], {
    nullable: true,
    description: "Les départements, par code. Sans argument : les 101 départements et le département de démonstration.",
  })
  @Directive("@listSize(assumedSize: 102)")
  async departments(
    @Arg("kinds", () => [DepartmentKind], {
      defaultValue: [DepartmentKind.DEPARTMENT, DepartmentKind.DEMONSTRATION],
      description: "Natures de territoire voulues.",
    })
    kinds: DepartmentKind[],
    @Ctx() context: Context,
  ): Promise<Department[]> {
    const found = await Promise.all([...new Set(kinds)].map((kind) => departmentsOfKind(context, kind)));
    return found.flat().sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  @Query(() => Department, { nullable: true, description: "Un département par son code ; null s'il n'existe pas." })
  department(
    @Arg("code", () => ID, { description: "Code officiel géographique : « 52 », « 2A », « 971 » ; « ZZ » pour la démonstration." })
    code: string,
    @Ctx() context: Context,
  ): Read<Department | null> {
    return departments(context, code);
  }

  @FieldResolver(() => Region, { nullable: true })
  region(@Root() department: Department, @Ctx() context: Context): Read<Region | null> {
    return department.region === null ? null : regions(context, department.region);
  }

  @FieldResolver(() => Observation, {
    description: "Population municipale : somme des communes du département (Insee, code officiel géographique 2026).",
  })
  async population(@Root() department: Department, @Ctx() context: Context): Promise<Observation> {
    const sum = await populationOfDepartment(context, { department: department.code });
    if (!sum) return Observation.absent("habitants");
    const complete = sum.unknown === 0;
    return populationObservation(sum.value, sum.source, {
      status: complete ? ObservationStatus.PUBLISHED : ObservationStatus.LOWER_BOUND,
      maskedCells: complete ? null : sum.unknown,
      computedBy: "hub : somme des populations municipales des communes",
    });
  }

  @FieldResolver(() => [Epci], { description: "EPCI ayant au moins une commune membre dans le département." })
  @Directive("@listSize(assumedSize: 14)")
  epcis(@Root() department: Department, @Ctx() context: Context): Read<Epci[]> {
    return epcisOfDepartment(context, { department: department.code });
  }

  @FieldResolver(() => [FormerEpci], { description: "Anciens EPCI du département connus par un document de leur époque." })
  @Directive("@listSize(assumedSize: 16)")
  formerEpcis(@Root() department: Department, @Ctx() context: Context): Read<FormerEpci[]> {
    return formerEpcisOfDepartment(context, department.code);
  }

  @FieldResolver(() => CommuneConnection, { description: "Communes du département, par code." })
  @Page()
  communes(@Root() department: Department, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context): Promise<CommuneConnection> {
    return communesOfDepartment.page(context, department.code, page);
  }
}
