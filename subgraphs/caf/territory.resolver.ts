import { Arg, Args, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../foundation/graph/connection.ts";
import type { Context } from "../../foundation/graph/context.ts";
import { Known, knownText, withKnown } from "../../foundation/numbers/known.ts";
import { TerritoryLevel } from "../../foundation/territories/territory-level.ts";
import { TerritorialAgreementConnection } from "./agreements/agreement-connection.ts";
import { AgreementsArgs } from "./agreements/agreements-args.ts";
import {
  agreementsHeldBy,
  agreementsOfDepartment,
  knownAgreementsHeldBy,
  knownAgreementsOfDepartment,
  agreementsNaming,
} from "./agreements/readings.ts";
import { AgreementStatus, TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { FamilyService, FamilyServiceKind, ServiceState } from "./services/family-service.entity.ts";
import { knownServicesIn, knownServicesOfDepartment, servicesIn, servicesOfDepartment } from "./services/readings.ts";
import { Territory } from "./territory.stub.ts";

@Open()
@ObjectType({ description: "Une page de services aux familles." })
export class FamilyServiceConnection extends connectionOf(FamilyService, "FamilyService", Open()) {
  @Field(() => Known, { description: knownText })
  known!: Known;
}

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => TerritorialAgreementConnection, {
    nullable: true,
    description:
      "Conventions territoriales globales (CTG) que le territoire porte, ou d'un département, celles de ses communes et EPCI ; par identifiant, y compris les lignes qui disent qu'il n'y en a pas (NONE).",
  })
  @Page()
  async agreements(
    @Root() { id, level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => AgreementsArgs) args: AgreementsArgs,
    @Ctx() context: Context,
  ): Promise<TerritorialAgreementConnection> {
    const wanted = AgreementsArgs.wantedAgreements(args);
    if (level === TerritoryLevel.DEPARTMENT)
      return withKnown(await agreementsOfDepartment.page(context, code, page, wanted), knownAgreementsOfDepartment, context, code);
    return withKnown(await agreementsHeldBy.page(context, id, page, wanted), knownAgreementsHeldBy, context, id);
  }

  @FieldResolver(() => [TerritorialAgreement], {
    nullable: true,
    description:
      "Conventions territoriales globales (CTG) que le territoire a signées, celles d'une intercommunalité comprises s'il en est signataire ; par identifiant. Null si la Caf n'a rien dit de ce territoire.",
  })
  @Directive("@listSize(assumedSize: 1)")
  async signedAgreements(@Root() { id }: Territory, @Ctx() context: Context): Promise<TerritorialAgreement[] | null> {
    const all = await agreementsNaming(context, { territory: id });
    if (all.length === 0) return null;
    return all.filter(({ status, signerIds }) => status === AgreementStatus.SIGNED && signerIds.includes(id));
  }

  @FieldResolver(() => FamilyServiceConnection, {
    nullable: true,
    description: "Services aux familles d'un département, d'une commune ou d'un EPCI, par identifiant.",
  })
  @Page()
  async familyServices(
    @Root() { id, level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kind", () => FamilyServiceKind, { nullable: true, description: "Une seule nature de service ; par défaut, toutes." })
    kind: FamilyServiceKind | null,
    @Arg("states", () => [ServiceState], { defaultValue: [ServiceState.OPEN], description: "Où en sont les services voulus." })
    state: ServiceState[],
    @Ctx() context: Context,
  ): Promise<FamilyServiceConnection> {
    const filters = { kind: kind && [kind], state };
    if (level === TerritoryLevel.DEPARTMENT)
      return withKnown(await servicesOfDepartment.page(context, code, page, filters), knownServicesOfDepartment, context, code, kind);
    return withKnown(await servicesIn.page(context, id, page, filters), knownServicesIn, context, id, kind);
  }
}
