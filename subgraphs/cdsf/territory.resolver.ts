import { Arg, Args, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Page, PageArgs } from "../../foundation/graph/connection.ts";
import type { Context } from "../../foundation/graph/context.ts";
import type { Read } from "../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../foundation/territories/territory-level.ts";
import { authorityLevels } from "./authorities/authority-id.ts";
import { OrganisingAuthority } from "./authorities/organising-authority.ts";
import { FamilyServicesCommittee } from "./committee/family-services-committee.entity.ts";
import { committees } from "./committee/readings.ts";
import { deadlinesOf } from "./deadlines/deadline.resolver.ts";
import { Deadline } from "./deadlines/deadline.ts";
import { DeadlinesArgs } from "./deadlines/deadlines-args.ts";
import { DocumentConnection } from "./documents/document-connection.ts";
import { DocumentKind } from "./documents/document-kind.ts";
import { documentsAbout } from "./documents/readings.ts";
import { Territory } from "./territory.stub.ts";

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => FamilyServicesCommittee, {
    nullable: true,
    description: "Comité départemental des services aux familles d'un département ; null si ce territoire n'en a pas.",
  })
  committee(@Root() { level, code }: Territory, @Ctx() context: Context): Read<FamilyServicesCommittee | null> {
    return level === TerritoryLevel.DEPARTMENT ? committees(context, code) : null;
  }

  @FieldResolver(() => OrganisingAuthority, {
    nullable: true,
    description:
      "Ce que la loi demande à une commune ou à une intercommunalité pour l'accueil du jeune enfant, et où elle en est ; null à un autre échelon.",
  })
  authority(@Root() { id, level }: Territory): OrganisingAuthority | null {
    return authorityLevels.includes(level) ? OrganisingAuthority.of(id) : null;
  }

  @FieldResolver(() => [Deadline], {
    nullable: true,
    description: "Échéances légales d'un département, par date ; null pour un territoire d'un autre échelon.",
  })
  @Directive("@listSize(assumedSize: 15)")
  async deadlines(
    @Root() { level, code }: Territory,
    @Args(() => DeadlinesArgs) args: DeadlinesArgs,
    @Ctx() context: Context,
  ): Promise<Deadline[] | null> {
    return level === TerritoryLevel.DEPARTMENT ? deadlinesOf(context, code, DeadlinesArgs.wanted(args)) : null;
  }

  @FieldResolver(() => DocumentConnection, {
    nullable: true,
    description: "Documents qui traitent du territoire, par identifiant.",
  })
  @Page()
  documents(
    @Root() { id }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kinds", () => [DocumentKind], { nullable: true, description: "Natures voulues ; par défaut, toutes." })
    kind: DocumentKind[] | undefined,
    @Arg("year", () => Int, { nullable: true, description: "Année que le document décrit ; par défaut, toutes." }) year: number | undefined,
    @Ctx() context: Context,
  ): Promise<DocumentConnection> {
    return documentsAbout.page(context, id, page, { kind, year: year == null ? null : [year] });
  }
}
