import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { addMonths, isBetween, today } from "../../../foundation/day.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { programmeResolver } from "../../../foundation/programmes/programme.resolver.ts";
import { parseTerritoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { AuthorityScheme } from "./authority-scheme.entity.ts";
import { Competence } from "./competence.entity.ts";
import { Obligation, ObligationCode, obligationsOf } from "./obligation.ts";
import { OrganisingAuthority } from "./organising-authority.ts";
import { Planning, planningOf } from "./planning.ts";
import { authoritySchemesOf, competencesHeldBy, competencesOf } from "./readings.ts";

const on = { nullable: true, description: "Jour auquel on regarde ; par défaut, aujourd'hui à Paris." };
const dayOf = (asked: string | Date | undefined) => (asked == null ? today() : isoDay(asked));

const isCommune = (id: string) => parseTerritoryId(id).level === TerritoryLevel.COMMUNE;
const isHeld = ({ since, until }: Competence, day: string) => isBetween(day, since, until);

@Resolver(() => OrganisingAuthority)
export class OrganisingAuthorityResolver {
  @FieldResolver(() => Territory, { nullable: true, description: "Son territoire." })
  territory(@Root() { id }: OrganisingAuthority): Territory {
    return Territory.reference({ id });
  }

  @FieldResolver(() => [Obligation], {
    nullable: true,
    description:
      "Ce que la loi lui demande, d'après sa population légale d'aujourd'hui ; pour une intercommunalité, parmi les compétences que des communes lui ont confiées. Null si la population n'est pas connue.",
  })
  @Directive("@listSize(assumedSize: 4)")
  @Directive('@requires(fields: "territory { legalInhabitants }")')
  async obligations(
    @Root() { id, told }: OrganisingAuthority,
    @Arg("on", () => DateScalar, on) asked: string | Date | undefined,
    @Ctx() context: Context,
  ): Promise<Obligation[] | null> {
    const population = told.territory?.legalInhabitants ?? null;
    if (population === null) return null;
    const day = dayOf(asked);
    const all = obligationsOf(population, day);
    if (isCommune(id)) return all;
    const held = (await competencesHeldBy(context, id)).filter((each) => isHeld(each, day)).map(({ code }) => code);
    // Who plans answers for the scheme and for the relay.
    const answers = held.includes(ObligationCode.PLAN) ? [...held, ObligationCode.SCHEME, ObligationCode.RPE] : held;
    return all.filter(({ code }) => answers.includes(code));
  }

  @FieldResolver(() => [Competence], {
    description:
      "Qui exerce ses compétences ; pour une intercommunalité, celles que des communes lui ont confiées, commune par commune. Vide si personne ne l'a dit.",
  })
  @Directive("@listSize(assumedSize: 4)")
  async competences(
    @Root() { id }: OrganisingAuthority,
    @Arg("on", () => DateScalar, on) asked: string | Date | undefined,
    @Ctx() context: Context,
  ): Promise<Competence[]> {
    const all = isCommune(id) ? await competencesOf(context, id) : await competencesHeldBy(context, id);
    return all.filter((each) => isHeld(each, dayOf(asked)));
  }

  @FieldResolver(() => [Territory], { nullable: "items", description: "Qui exerce ou a exercé la planification." })
  @Directive("@inaccessible")
  @Directive("@listSize(assumedSize: 1)")
  async planners(@Root() { id }: OrganisingAuthority, @Ctx() context: Context): Promise<Territory[]> {
    const ids = (await planningCompetences(context, id)).map(({ holder }) => holder);
    return [...new Set(ids)].map((planner) => Territory.reference({ id: planner }));
  }

  @FieldResolver(() => Planning, {
    nullable: true,
    description:
      "Où elle en est de son obligation de schéma pluriannuel, d'après sa population légale d'aujourd'hui ; null si le hub ne peut pas le demander.",
  })
  @Directive('@requires(fields: "territory { legalInhabitants } planners { id signedAgreements { id startOn endOn } }")')
  async planning(
    @Root() { id, told }: OrganisingAuthority,
    @Arg("on", () => DateScalar, on) asked: string | Date | undefined,
    @Ctx() context: Context,
  ): Promise<Planning> {
    const day = dayOf(asked);
    const planner = (await planningCompetences(context, id)).find((each) => isHeld(each, day))?.holder ?? null;
    const agreements = told.planners?.find((each) => each.id === planner)?.signedAgreements ?? null;
    const schemes = planner === null ? [] : await authoritySchemesOf(context, { territory: planner });
    return planningOf(
      { population: told.territory?.legalInhabitants ?? null, planner, isOwnPlanner: planner === id, agreements, schemes },
      day,
    );
  }

  @FieldResolver(() => [AuthorityScheme], { description: "Ses schémas pluriannuels, par identifiant." })
  @Directive("@listSize(assumedSize: 1)")
  schemes(@Root() { id }: OrganisingAuthority, @Ctx() context: Context): Read<AuthorityScheme[]> {
    return authoritySchemesOf(context, { territory: id });
  }
}

/** Of a commune, its own; an intercommunality plans for itself where a commune has given it to it. */
async function planningCompetences(context: Context, id: string): Promise<Competence[]> {
  const all = isCommune(id) ? await competencesOf(context, id) : await competencesHeldBy(context, id);
  return all.filter(({ code }) => code === ObligationCode.PLAN);
}

@Resolver(() => Competence)
export class CompetenceResolver {
  @FieldResolver(() => Territory, { nullable: true, description: "Commune dont c'est la compétence." })
  commune(@Root() { commune }: Competence): Territory {
    return Territory.reference({ id: commune });
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Qui l'exerce." })
  exercisedBy(@Root() { holder }: Competence): Territory {
    return Territory.reference({ id: holder });
  }
}

@Resolver(() => AuthorityScheme)
export class AuthoritySchemeResolver extends programmeResolver(AuthorityScheme, Territory) {
  @FieldResolver(() => [Territory], { nullable: "items", description: "Zones où l'offre est insuffisante, selon le schéma." })
  @Directive("@listSize(assumedSize: 3)")
  insufficientZones(@Root() { insufficient }: AuthorityScheme): Territory[] {
    return insufficient.map((id) => Territory.reference({ id }));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Vrai si le schéma n'a pas été transmis au CDSF dans le mois de son adoption, à ce jour ; null si elle n'est pas connue.",
  })
  isLate(@Root() { adoptedOn, transmittedOn }: AuthorityScheme): boolean | null {
    return adoptedOn === null ? null : (transmittedOn ?? today()) > addMonths(adoptedOn, 1);
  }
}
