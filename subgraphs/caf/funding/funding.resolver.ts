import { Args, ArgsType, type ClassType, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read, Reading } from "../../../foundation/graph/readings/reading.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { agreements } from "../agreements/readings.ts";
import { TerritorialAgreement } from "../agreements/territorial-agreement.entity.ts";
import { FamilyService } from "../services/family-service.entity.ts";
import { services } from "../services/readings.ts";
import { Territory } from "../territory.stub.ts";
import { ChildcareFacility } from "./childcare-facility.stub.ts";
import { Funding } from "./funding.entity.ts";
import { FundingKind, unitLabels } from "./funding-terms.ts";
import { Project } from "./project.stub.ts";
import { fundingsOfDepartment, fundingsOfFacility, fundingsOfProject, fundingsOfService, fundingTotal } from "./readings.ts";

@Open()
@ObjectType({ description: "Une page de financements, et ce que toute la liste fait." })
class FundingConnection extends connectionOf(Funding, "Funding", Open()) {
  @Field(() => Observation, { description: "Somme des montants de toute la liste, en euros ; un minorant si certains ne sont pas connus." })
  amount!: Observation;
}

@ArgsType()
class FundingsArgs {
  @Field(() => [Int], { nullable: true, description: "Années de droit ; par défaut, toutes." })
  years?: number[] | null;

  @Field(() => [FundingKind], { nullable: true, description: "À ces titres ; par défaut, à tous." })
  funds?: FundingKind[] | null;

  @Field(() => [Party], { nullable: true, description: "De ces organismes ; par défaut, de tous." })
  funders?: Party[] | null;
}

@Resolver(() => Territory)
export class TerritoryFundingsResolver {
  @FieldResolver(() => FundingConnection, {
    nullable: true,
    description: "Financements d'un département, par identifiant ; null à un autre échelon.",
  })
  @Page()
  async fundings(
    @Root() { level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => FundingsArgs) { years, funds, funders }: FundingsArgs,
    @Ctx() context: Context,
  ): Promise<FundingConnection | null> {
    if (level !== TerritoryLevel.DEPARTMENT) return null;
    const wanted = { year: years ?? null, fund: funds ?? null, funder: funders ?? null };
    const [list, sum] = await Promise.all([
      fundingsOfDepartment.page(context, code, page, wanted),
      fundingTotal(context, { department: code, ...wanted }),
    ]);
    return Object.assign(list, { amount: totalOf(sum!) });
  }
}

function totalOf({ amount, missing }: { amount: number | null; missing: number }): Observation {
  if (amount === null) return Observation.absent("€");
  const status = missing > 0 ? ObservationStatus.LOWER_BOUND : ObservationStatus.PUBLISHED;
  return Observation.of({ value: amount, unit: "€", status, missingParts: missing, computedBy: computedByHub("somme des montants") });
}

const yearText = "Une seule année ; par défaut, toutes celles que le hub connaît.";

/** What is paid to one thing. */
function fundedResolver<T extends { id: string }>(type: ClassType<T>, read: Reading<string, Funding[]>) {
  @Resolver(() => type)
  abstract class FundedResolver {
    @FieldResolver(() => [Funding], {
      nullable: true,
      description: "Ce qui lui est versé, par qui et à quel titre, l'année la plus récente d'abord ; vide si rien n'a été transmis.",
    })
    @Directive("@listSize(assumedSize: 4)")
    async fundings(@Root() { id }: T, @Args(() => OfYear) { year }: OfYear, @Ctx() context: Context): Promise<Funding[]> {
      const rows = await read(context, id);
      return year == null ? rows : rows.filter((row) => row.year === year);
    }
  }
  return FundedResolver;
}

@ArgsType()
class OfYear {
  @Field(() => Int, { nullable: true, description: yearText })
  year?: number | null;
}

@Resolver(() => ChildcareFacility)
export class ChildcareFacilityResolver extends fundedResolver(ChildcareFacility, fundingsOfFacility) {}

@Resolver(() => FamilyService)
export class FundedServiceResolver extends fundedResolver(FamilyService, fundingsOfService) {}

@Resolver(() => Project)
export class FundedProjectResolver extends fundedResolver(Project, fundingsOfProject) {}

@Resolver(() => Funding)
export class FundingResolver {
  @FieldResolver(() => Observation, {
    nullable: true,
    description: "Quantité payée : places, heures, équivalents temps plein ; null pour une somme forfaitaire.",
  })
  quantity(@Root() funding: Funding): Observation | null {
    return funding.unit === null ? null : figure(funding, funding.units, unitLabels[funding.unit]);
  }

  @FieldResolver(() => Observation, { nullable: true, description: "Montant par unité, en euros ; null pour une somme forfaitaire." })
  amountPerUnit(@Root() funding: Funding): Observation | null {
    return funding.unit === null ? null : figure(funding, funding.perUnit, "€ par unité");
  }

  @FieldResolver(() => Observation, { description: "Montant, en euros." })
  amount(@Root() funding: Funding): Observation {
    return figure(funding, funding.total, "€");
  }

  @FieldResolver(() => ChildcareFacility, { nullable: true, description: "Établissement qui le reçoit." })
  facility(@Root() { facilityId }: Funding): ChildcareFacility | null {
    return facilityId === null ? null : ChildcareFacility.of(facilityId);
  }

  @FieldResolver(() => FamilyService, { nullable: true, description: "Service qui le reçoit." })
  service(@Root() { serviceId }: Funding, @Ctx() context: Context): Read<FamilyService | null> {
    return serviceId === null ? null : services(context, serviceId);
  }

  @FieldResolver(() => Project, { nullable: true, description: "Projet qui le reçoit." })
  project(@Root() { projectId }: Funding): Project | null {
    return projectId === null ? null : Project.of(projectId);
  }

  @FieldResolver(() => TerritorialAgreement, { nullable: true, description: "Convention à laquelle il est adossé." })
  agreement(@Root() { agreementId }: Funding, @Ctx() context: Context): Read<TerritorialAgreement | null> {
    return agreementId === null ? null : agreements(context, agreementId);
  }
}

function figure({ source }: Funding, value: number | null, unit: string): Observation {
  return Observation.of({
    value,
    unit,
    status: value === null ? ObservationStatus.NOT_TRANSMITTED : ObservationStatus.PUBLISHED,
    source,
  });
}
