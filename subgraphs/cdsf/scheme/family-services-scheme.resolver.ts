import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { programmeResolver } from "../../../foundation/programmes/programme.resolver.ts";
import { type ProgrammeState, programmeState } from "../../../foundation/programmes/programme-state.ts";
import { ProgrammesArgs } from "../../../foundation/programmes/programmes-args.ts";
import { parseTerritoryId, territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { FamilyServicesCommittee } from "../committee/family-services-committee.entity.ts";
import { committees } from "../committee/readings.ts";
import { Document } from "../documents/document.entity.ts";
import { documentsOfScheme } from "../documents/readings.ts";
import { Territory } from "../territory.stub.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";
import { allSchemes, realSchemes, schemesOf } from "./readings.ts";
import { SchemeConnection } from "./scheme-connection.ts";

@Resolver(() => FamilyServicesScheme)
export class FamilyServicesSchemeResolver extends programmeResolver(FamilyServicesScheme, Territory) {
  @Query(() => FamilyServicesScheme, {
    nullable: true,
    description: "Le schéma d'un département qui commence une année donnée ; null s'il n'est pas connu.",
  })
  async scheme(
    @Arg("department", () => ID, { description: "Code du département." }) department: string,
    @Arg("startYear", () => Int, { description: "Première année du schéma." }) startYear: number,
    @Ctx() context: Context,
  ): Promise<FamilyServicesScheme | null> {
    const schemes = await schemesOf(context, { territory: territoryId(TerritoryLevel.DEPARTMENT, department) });
    return schemes.find((scheme) => scheme.startYear === startYear) ?? null;
  }

  @Query(() => SchemeConnection, {
    nullable: true,
    description:
      "Schémas départementaux de toute la France que le hub connaît, par identifiant. Celui dont un document ne donne que les années va du 1er janvier de la première au 31 décembre de la dernière.",
  })
  @Page()
  schemes(
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => ProgrammesArgs) args: ProgrammesArgs,
    @Arg("includeDemonstration", () => Boolean, { defaultValue: false, description: "Avec ceux du département fictif de démonstration." })
    includeDemonstration: boolean,
    @Ctx() context: Context,
  ): Promise<SchemeConnection> {
    const { starts, ends, themes } = ProgrammesArgs.wanted(args);
    const list = includeDemonstration ? allSchemes : realSchemes;
    return list.page(context, null, page, { firstDay: starts, lastDay: ends, themes });
  }

  @FieldResolver(() => [FamilyServicesCommittee], { description: "Comités qui le portent." })
  @Directive("@listSize(assumedSize: 1)")
  async committees(@Root() { territoryIds }: FamilyServicesScheme, @Ctx() context: Context): Promise<FamilyServicesCommittee[]> {
    const found = await Promise.all(territoryIds.map((id) => committees(context, parseTerritoryId(id).code)));
    return found.filter((committee) => committee !== null);
  }

  @FieldResolver(() => [Document], { description: "Documents qui traitent du schéma : évaluation, bilans… ; par identifiant." })
  @Directive("@listSize(assumedSize: 2)")
  documents(@Root() { id }: FamilyServicesScheme, @Ctx() context: Context): Read<Document[]> {
    return documentsOfScheme(context, id);
  }

  protected override stateOn({ firstDay, lastDay }: FamilyServicesScheme, on: string): ProgrammeState {
    return programmeState({ startOn: firstDay, endOn: lastDay }, on);
  }
}
