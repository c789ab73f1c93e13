import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { DateRange } from "../../../foundation/graph/date-range.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { ChildcareFacility } from "../childcare-facility.stub.ts";
import { Meeting } from "../meetings/meeting.entity.ts";
import { meetings } from "../meetings/readings.ts";
import { Territory } from "../territory.stub.ts";
import { opinionDueOn, opinionOutcome } from "./opinion-outcome.ts";
import { Project } from "./project.entity.ts";
import { DecisionKind, OpinionGround, OpinionOutcome, ProjectKind, ProjectStage } from "./project-terms.ts";
import { projectsIn, projectsOfDepartment } from "./readings.ts";

@Open()
@ObjectType({ description: "Avis demandé à l'autorité organisatrice qui exerce la planification, sur un projet privé." })
class AuthorityOpinion {
  @Field(() => Territory, { nullable: true, description: "Autorité." })
  authority!: Territory;

  @Field(() => DateScalar, { description: "Dernier jour pour répondre : quatre mois après le dépôt." })
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "Jour de l'avis ; rendu après dueOn, il trouve un avis tacite." })
  givenOn!: string | null;

  @Field(() => OpinionOutcome, { description: "Avis." })
  outcome!: OpinionOutcome;

  @Field(() => [OpinionGround], { description: "Motifs ; vide si l'avis n'en donne pas." })
  grounds!: OpinionGround[];
}

@Open()
@ObjectType({ description: "Décision sur un projet." })
class FacilityDecision {
  @Field(() => DecisionKind, { description: "Nature." })
  kind!: DecisionKind;

  @Field(() => DateScalar, { description: "Jour." })
  on!: string;
}

@Open()
@ObjectType({ description: "Une page de projets." })
class ProjectConnection extends connectionOf(Project, "Project", Open()) {}

@ArgsType()
class ProjectsArgs {
  @Field(() => [ProjectStage], { nullable: true, description: "Ceux qui en sont là ; par défaut, tous." })
  stages?: ProjectStage[] | null;

  @Field(() => [ProjectKind], { nullable: true, description: "Natures voulues ; par défaut, toutes." })
  kinds?: ProjectKind[] | null;

  @Field(() => DateRange, { nullable: true, description: "Ceux qui ont été déposés dans cette période." })
  submittedBetween?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: "Ceux sur lesquels l'avis a été rendu dans cette période." })
  opinionBetween?: DateRange | null;
}

@Resolver(() => Territory)
export class TerritoryProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: "Projets d'établissements d'un département ou d'une commune, par identifiant ; vide si personne n'en a transmis.",
  })
  @Page()
  projects(
    @Root() { id, level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => ProjectsArgs) { stages, kinds, submittedBetween, opinionBetween }: ProjectsArgs,
    @Ctx() context: Context,
  ): Promise<ProjectConnection> {
    const wanted = {
      stage: stages ?? null,
      kind: kinds ?? null,
      submittedOn: DateRange.check("submittedBetween", submittedBetween),
      opinionOn: DateRange.check("opinionBetween", opinionBetween),
    };
    return level === TerritoryLevel.DEPARTMENT
      ? projectsOfDepartment.page(context, code, page, wanted)
      : projectsIn.page(context, id, page, wanted);
  }
}

@Resolver(() => Project)
export class ProjectResolver {
  @FieldResolver(() => Territory, { nullable: true, description: "Commune du projet." })
  territory(@Root() { territoryId }: Project): Territory {
    return Territory.reference({ id: territoryId });
  }

  @FieldResolver(() => AuthorityOpinion, { nullable: true, description: "Avis de l'autorité organisatrice ; null si aucun n'est demandé." })
  opinion(
    @Root() { department, authority, submittedOn, opinionOn, opinionGiven, grounds }: Project,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "Jour auquel on regarde ; par défaut, aujourd'hui dans le département." })
    asOf: string | Date | undefined,
  ): AuthorityOpinion | null {
    const day = asOf == null ? today(department) : isoDay(asOf);
    if (authority === null || submittedOn === null || submittedOn > day) return null;
    const dueOn = opinionDueOn(submittedOn);
    const isThere = opinionOn !== null && opinionOn <= day;
    return {
      authority: Territory.reference({ id: authority }),
      dueOn,
      givenOn: isThere ? opinionOn : null,
      outcome: opinionOutcome({ dueOn, givenOn: opinionOn, given: opinionGiven }, day),
      grounds: isThere ? grounds : [],
    };
  }

  @FieldResolver(() => FacilityDecision, { nullable: true, description: "Décision ; null si elle n'est pas prise." })
  decision(@Root() { decisionKind, decidedOn }: Project): FacilityDecision | null {
    return decisionKind === null || decidedOn === null ? null : { kind: decisionKind, on: decidedOn };
  }

  @FieldResolver(() => ChildcareFacility, {
    nullable: true,
    description: "Établissement concerné, ou ouvert ; null s'il n'existe pas encore.",
  })
  facility(@Root() { facilityId }: Project): ChildcareFacility | null {
    return facilityId === null ? null : ChildcareFacility.of(facilityId);
  }

  @FieldResolver(() => [Meeting], { description: "Réunions qui l'ont examiné." })
  @Directive("@listSize(assumedSize: 1)")
  async examinedBy(@Root() { meetingIds }: Project, @Ctx() context: Context): Promise<Meeting[]> {
    const found = await Promise.all(meetingIds.map((id) => meetings(context, id)));
    return found.filter((meeting) => meeting !== null);
  }
}
