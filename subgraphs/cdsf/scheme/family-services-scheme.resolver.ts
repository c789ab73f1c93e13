import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { FamilyServicesCommittee } from "../committee/family-services-committee.entity.ts";
import { committees } from "../committee/readings.ts";
import { Document } from "../documents/document.entity.ts";
import { documentsOfScheme } from "../documents/readings.ts";
import { Territory } from "../territory.stub.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";
import { actionsOf, axesOf, detailsOf, objectivesOf, schemesOf } from "./readings.ts";
import { SchemeAction } from "./scheme-action.entity.ts";
import { SchemeAxis } from "./scheme-axis.entity.ts";
import { SchemeDetail, SchemeDetailKind } from "./scheme-detail.entity.ts";
import { SchemeObjective } from "./scheme-objective.entity.ts";

@Resolver(() => FamilyServicesScheme)
export class FamilyServicesSchemeResolver {
  @Query(() => FamilyServicesScheme, {
    nullable: true,
    description: "Le schéma d'un département qui commence une année donnée ; null s'il n'est pas connu.",
  })
  async scheme(
    @Arg("department", () => ID, { description: "Code du département." }) department: string,
    @Arg("startYear", () => Int, { description: "Première année du schéma." }) startYear: number,
    @Ctx() context: Context,
  ): Promise<FamilyServicesScheme | null> {
    const schemes = await schemesOf(context, department);
    return schemes.find((scheme) => scheme.startYear === startYear) ?? null;
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Département." })
  department(@Root() { department }: FamilyServicesScheme): Territory {
    return Territory.of(TerritoryLevel.DEPARTMENT, department);
  }

  @FieldResolver(() => FamilyServicesCommittee, { nullable: true, description: "Comité qui le porte." })
  committee(@Root() { department }: FamilyServicesScheme, @Ctx() context: Context): Read<FamilyServicesCommittee | null> {
    return committees(context, department);
  }

  @FieldResolver(() => [Document], { description: "Documents qui traitent du schéma : évaluation, bilans… ; par identifiant." })
  @Directive("@listSize(assumedSize: 2)")
  documents(@Root() { id }: FamilyServicesScheme, @Ctx() context: Context): Read<Document[]> {
    return documentsOfScheme(context, id);
  }

  @FieldResolver(() => [SchemeAxis], { description: "Axes, par numéro." })
  @Directive("@listSize(assumedSize: 4)")
  axes(@Root() { id }: FamilyServicesScheme, @Ctx() context: Context): Read<SchemeAxis[]> {
    return axesOf(context, id);
  }

  @FieldResolver(() => [SchemeObjective], { description: "Tous les objectifs, axe par axe." })
  @Directive("@listSize(assumedSize: 8)")
  objectives(@Root() { id }: FamilyServicesScheme, @Ctx() context: Context): Read<SchemeObjective[]> {
    return objectivesOf(context, id);
  }

  @FieldResolver(() => [SchemeAction], { description: "Toutes les actions, axe par axe." })
  @Directive("@listSize(assumedSize: 18)")
  actions(@Root() { id }: FamilyServicesScheme, @Ctx() context: Context): Read<SchemeAction[]> {
    return actionsOf(context, id);
  }
}

const kind = "Ne garder que cette sorte de précision.";

/** Details of a row, out of all those of its scheme. */
async function detailsFor(scheme: string, parent: string, kind: SchemeDetailKind | undefined, context: Context): Promise<SchemeDetail[]> {
  const details = await detailsOf(context, scheme);
  return details.filter((detail) => detail.parent === parent && (!kind || detail.kind === kind));
}

@Resolver(() => SchemeAxis)
export class SchemeAxisResolver {
  @FieldResolver(() => [SchemeObjective], { description: "Objectifs de l'axe ; vide si le document n'en distingue pas." })
  @Directive("@listSize(assumedSize: 3)")
  async objectives(@Root() { id, scheme }: SchemeAxis, @Ctx() context: Context): Promise<SchemeObjective[]> {
    return (await objectivesOf(context, scheme)).filter((objective) => objective.axis === id);
  }

  @FieldResolver(() => [SchemeAction], { description: "Actions de l'axe, celles de ses objectifs comprises." })
  @Directive("@listSize(assumedSize: 5)")
  async actions(@Root() { id, scheme }: SchemeAxis, @Ctx() context: Context): Promise<SchemeAction[]> {
    const [objectives, actions] = await Promise.all([objectivesOf(context, scheme), actionsOf(context, scheme)]);
    const parents = new Set([id, ...objectives.filter((objective) => objective.axis === id).map((objective) => objective.id)]);
    return actions.filter(({ parent }) => parents.has(parent));
  }

  @FieldResolver(() => [SchemeDetail], { description: "Précisions : partenaires, moyens, éléments de fiche action." })
  @Directive("@listSize(assumedSize: 13)")
  details(
    @Root() { id, scheme }: SchemeAxis,
    @Arg("kind", () => SchemeDetailKind, { nullable: true, description: kind }) only: SchemeDetailKind | undefined,
    @Ctx() context: Context,
  ): Promise<SchemeDetail[]> {
    return detailsFor(scheme, id, only, context);
  }
}

@Resolver(() => SchemeObjective)
export class SchemeObjectiveResolver {
  @FieldResolver(() => [SchemeAction], { description: "Actions de l'objectif." })
  @Directive("@listSize(assumedSize: 3)")
  async actions(@Root() { id, scheme }: SchemeObjective, @Ctx() context: Context): Promise<SchemeAction[]> {
    return (await actionsOf(context, scheme)).filter(({ parent }) => parent === id);
  }

  @FieldResolver(() => [SchemeDetail], { description: "Précisions : indicateurs de suivi propres au schéma." })
  @Directive("@listSize(assumedSize: 2)")
  details(
    @Root() { id, scheme }: SchemeObjective,
    @Arg("kind", () => SchemeDetailKind, { nullable: true, description: kind }) only: SchemeDetailKind | undefined,
    @Ctx() context: Context,
  ): Promise<SchemeDetail[]> {
    return detailsFor(scheme, id, only, context);
  }
}

@Resolver(() => SchemeAction)
export class SchemeActionResolver {
  @FieldResolver(() => [SchemeDetail], { description: "Précisions : sous-actions." })
  @Directive("@listSize(assumedSize: 3)")
  details(
    @Root() { id, scheme }: SchemeAction,
    @Arg("kind", () => SchemeDetailKind, { nullable: true, description: kind }) only: SchemeDetailKind | undefined,
    @Ctx() context: Context,
  ): Promise<SchemeDetail[]> {
    return detailsFor(scheme, id, only, context);
  }
}
