import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Finding, findingsOf } from "../../../foundation/findings/finding.ts";
import { Page, PageArgs } from "../../../foundation/graph/connection.ts";
import { DateRange } from "../../../foundation/graph/date-range.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { documentsOfYear } from "../documents/readings.ts";
import { committeeRules } from "../findings/committee-rules.ts";
import { MeetingConnection } from "../meetings/meeting-connection.ts";
import { meetingsOf } from "../meetings/readings.ts";
import { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";
import { schemesOf } from "../scheme/readings.ts";
import { Territory } from "../territory.stub.ts";
import { CommitteeBody } from "./committee-body.entity.ts";
import { CommitteeEvent } from "./committee-event.entity.ts";
import { Contact } from "./contact.entity.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";
import { Predecessor } from "./predecessor.entity.ts";
import { allCommittees, bodiesOf, committees, contactsOf, eventsOf, predecessorsOf, seatsOf } from "./readings.ts";
import { seatsOn } from "./seat.resolver.ts";

@Resolver(() => FamilyServicesCommittee)
export class FamilyServicesCommitteeResolver {
  @Query(() => [FamilyServicesCommittee], {
    nullable: true,
    description: "Tous les comités, par code de département, celui de la démonstration compris.",
  })
  @Directive("@listSize(assumedSize: 102)")
  committees(@Ctx() context: Context): Read<FamilyServicesCommittee[]> {
    return allCommittees(context, {});
  }

  @Query(() => FamilyServicesCommittee, {
    nullable: true,
    description: "Le comité départemental des services aux familles d'un département ; null si ce département n'en a pas.",
  })
  committee(
    @Arg("department", () => ID, { description: "Code du département : « 52 », « 2A », « 971 » ; « ZZ » pour la démonstration." })
    department: string,
    @Ctx() context: Context,
  ): Read<FamilyServicesCommittee | null> {
    return committees(context, department);
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Département du comité." })
  department(@Root() { id }: FamilyServicesCommittee): Territory {
    return Territory.of(TerritoryLevel.DEPARTMENT, id);
  }

  @FieldResolver(() => [FamilyServicesScheme], { description: "Schémas départementaux connus, par première année." })
  @Directive("@listSize(assumedSize: 1)")
  schemes(@Root() { id }: FamilyServicesCommittee, @Ctx() context: Context): Read<FamilyServicesScheme[]> {
    return schemesOf(context, { territory: territoryId(TerritoryLevel.DEPARTMENT, id) });
  }

  @FieldResolver(() => [CommitteeEvent], { description: "Calendrier connu par un document : réunions, adoptions, publications." })
  @Directive("@listSize(assumedSize: 11)")
  events(@Root() { id }: FamilyServicesCommittee, @Ctx() context: Context): Read<CommitteeEvent[]> {
    return eventsOf(context, id);
  }

  @FieldResolver(() => [Finding], {
    description:
      "Ce qui ne va pas dans les schémas en cours une année, dans les documents qui la décrivent et dans la composition du comité à sa fin ; vide si rien n'a été trouvé.",
  })
  @Directive("@listSize(assumedSize: 1)")
  async findings(
    @Root() { id }: FamilyServicesCommittee,
    @Arg("year", () => Int, { description: "Année." }) year: number,
    @Ctx() context: Context,
  ): Promise<Finding[]> {
    const territory = territoryId(TerritoryLevel.DEPARTMENT, id);
    const [schemes, documents, seats] = await Promise.all([
      schemesOf(context, { territory }),
      documentsOfYear(context, { territory, year }),
      seatsOf(context, id),
    ]);
    const current = schemes.filter(({ startYear, endYear }) => startYear <= year && year <= endYear);
    return findingsOf(committeeRules, { year, schemes: current, documents, seats: seatsOn(seats, `${year}-12-31`) });
  }

  @FieldResolver(() => MeetingConnection, { nullable: true, description: "Réunions des instances, par jour." })
  @Page()
  meetings(
    @Root() { id }: FamilyServicesCommittee,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("during", () => DateRange, { nullable: true, description: "Celles de cette période ; par défaut, toutes." })
    during: DateRange | undefined,
    @Arg("bodies", () => [ID], { nullable: true, description: "Celles de ces instances ; par défaut, de toutes." })
    body: string[] | undefined,
    @Ctx() context: Context,
  ): Promise<MeetingConnection> {
    return meetingsOf.page(context, id, page, { on: DateRange.check("during", during), body });
  }

  @FieldResolver(() => [Predecessor], { description: "Instances qu'il a remplacées, la dernière d'abord ; vide si personne ne l'a dit." })
  @Directive("@listSize(assumedSize: 1)")
  predecessors(@Root() { id }: FamilyServicesCommittee, @Ctx() context: Context): Read<Predecessor[]> {
    return predecessorsOf(context, id);
  }

  @FieldResolver(() => [Contact], { description: "Services à qui s'adresser, par rôle ; vide si personne ne l'a dit." })
  @Directive("@listSize(assumedSize: 2)")
  contacts(@Root() { id }: FamilyServicesCommittee, @Ctx() context: Context): Read<Contact[]> {
    return contactsOf(context, id);
  }

  @FieldResolver(() => [CommitteeBody], { description: "Instances du comité." })
  @Directive("@listSize(assumedSize: 4)")
  bodies(@Root() { id }: FamilyServicesCommittee, @Ctx() context: Context): Read<CommitteeBody[]> {
    return bodiesOf(context, id);
  }
}
