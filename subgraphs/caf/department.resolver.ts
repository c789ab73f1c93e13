import { Arg, Args, Ctx, Directive, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../foundation/graph/connection.ts";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { agreementsOfDepartment } from "./agreements/readings.ts";
import { AgreementStatus, TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { BeneficiaryCount, beneficiariesDescription, beneficiariesOf } from "./coverage/beneficiary-count.ts";
import { Coverage, CoverageArgs, coverageDescription, coverageOf } from "./coverage/coverage.ts";
import { FamilyService, FamilyServiceKind } from "./services/family-service.entity.ts";
import { FamilyServiceFigure } from "./services/family-service-figure.entity.ts";
import { figuresOfDepartment, servicesOfDepartment } from "./services/readings.ts";
import { Department } from "./territory.stub.ts";

@Open()
@ObjectType({ description: "Une page de conventions territoriales globales." })
export class TerritorialAgreementConnection extends connectionOf(TerritorialAgreement, "TerritorialAgreement", Open()) {}

@Open()
@ObjectType({ description: "Une page de services aux familles." })
export class FamilyServiceConnection extends connectionOf(FamilyService, "FamilyService", Open()) {}

@Resolver(() => Department)
export class DepartmentResolver {
  @FieldResolver(() => [Coverage], { nullable: true, description: coverageDescription })
  @Directive("@listSize(assumedSize: 10)")
  coverage(@Root() department: Department, @Args(() => CoverageArgs) args: CoverageArgs, @Ctx() context: Context): Promise<Coverage[]> {
    return coverageOf(context, TerritoryLevel.DEPARTMENT, department.code, args);
  }

  @FieldResolver(() => [BeneficiaryCount], { nullable: true, description: beneficiariesDescription })
  @Directive("@listSize(assumedSize: 5)")
  beneficiaries(
    @Root() department: Department,
    @Arg("year", () => Int, { nullable: true, description: "Une seule année ; par défaut, toutes celles que le hub connaît." }) year:
      | number
      | null,
    @Ctx() context: Context,
  ): Promise<BeneficiaryCount[]> {
    return beneficiariesOf(context, TerritoryLevel.DEPARTMENT, department.code, year);
  }

  @FieldResolver(() => TerritorialAgreementConnection, {
    nullable: true,
    description:
      "Conventions territoriales globales (CTG) des communes et EPCI du département, par identifiant, y compris les lignes qui disent qu'il n'y en a pas (NONE).",
  })
  @Page()
  agreements(
    @Root() department: Department,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("status", () => AgreementStatus, { nullable: true, description: "Un seul état ; par défaut, tous." })
    status: AgreementStatus | null,
    @Ctx() context: Context,
  ): Promise<TerritorialAgreementConnection> {
    return agreementsOfDepartment.page(context, department.code, page, status);
  }

  @FieldResolver(() => FamilyServiceConnection, { nullable: true, description: "Services aux familles du département, par identifiant." })
  @Page()
  familyServices(
    @Root() department: Department,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kind", () => FamilyServiceKind, { nullable: true, description: "Une seule nature de service ; par défaut, toutes." })
    kind: FamilyServiceKind | null,
    @Ctx() context: Context,
  ): Promise<FamilyServiceConnection> {
    return servicesOfDepartment.page(context, department.code, page, kind);
  }

  @FieldResolver(() => [FamilyServiceFigure], {
    nullable: true,
    description:
      "Chiffres que la source donne pour tout le département et non pour un service : totaux imprimés, enfants bénéficiaires, séparations.",
  })
  @Directive("@listSize(assumedSize: 6)")
  familyServiceFigures(@Root() department: Department, @Ctx() context: Context): Read<FamilyServiceFigure[]> {
    return figuresOfDepartment(context, department.code);
  }
}
