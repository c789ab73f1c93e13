import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { bodies } from "../committee/readings.ts";
import { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";
import { schemes } from "../scheme/readings.ts";
import { Territory } from "../territory.stub.ts";
import { ContentItem, contentOf } from "./content-item.ts";
import { Document } from "./document.entity.ts";
import { knownDocuments, subjectsOf } from "./readings.ts";

@Resolver(() => Document)
export class DocumentResolver {
  @FieldResolver(() => [Territory], { nullable: "itemsAndList", description: "Territoires dont il traite." })
  @Directive("@listSize(assumedSize: 1)")
  async about(@Root() { id }: Document, @Ctx() context: Context): Promise<Territory[]> {
    const subjects = await subjectsOf(context, id);
    return subjects.map(({ territory }) => Territory.reference({ id: territory }));
  }

  @FieldResolver(() => FamilyServicesScheme, { nullable: true, description: "Schéma départemental dont il traite." })
  scheme(@Root() { scheme }: Document, @Ctx() context: Context): Read<FamilyServicesScheme | null> {
    return scheme === null ? null : schemes(context, scheme);
  }

  @FieldResolver(() => CommitteeBody, { nullable: true, description: "Instance à laquelle il a été présenté." })
  presentedTo(@Root() { presentedTo }: Document, @Ctx() context: Context): Read<CommitteeBody | null> {
    return presentedTo === null ? null : bodies(context, presentedTo);
  }

  @FieldResolver(() => [Document], { description: "Documents qui lui sont annexés." })
  @Directive("@listSize(assumedSize: 1)")
  annexes(@Root() { annexes }: Document, @Ctx() context: Context): Promise<Document[]> {
    return knownDocuments(context, annexes);
  }

  @FieldResolver(() => [ContentItem], {
    description: "Ce qu'un document de cette nature doit contenir, et s'il le contient ; vide si rien n'est exigé.",
  })
  @Directive("@listSize(assumedSize: 2)")
  content(@Root() { kind, told }: Document): ContentItem[] {
    return contentOf(kind, told);
  }
}
