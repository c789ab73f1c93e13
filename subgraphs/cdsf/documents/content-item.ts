import { Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { DocumentKind } from "./document-kind.ts";

@Open()
@ObjectType({ description: "Élément qu'un document doit contenir." })
export class ContentItem {
  @Field(() => ID, { description: "Code de l'élément." })
  code!: string;

  @Field(() => String, { description: "Libellé." })
  label!: string;

  @Field(() => Boolean, { nullable: true, description: "Vrai s'il y est, faux s'il manque ; null si personne ne l'a dit." })
  isPresent!: boolean | null;
}

/** What documents must hold, by their kind; of the others, nothing is asked. */
const items: Partial<Record<DocumentKind, Record<string, string>>> = {
  [DocumentKind.SYNTHESIS]: {
    FOLLOW_UP_INDICATORS: "Indicateurs prévisionnels et de suivi (annexe 2)",
    INSPECTION_REVIEW: "Bilan du plan d'inspection et de contrôle",
  },
};

export function itemCodes(kind: DocumentKind): string[] {
  return Object.keys(items[kind] ?? {});
}

/** What a document must hold, with what its sender says of it. */
export function contentOf(kind: DocumentKind, told: Record<string, boolean>): ContentItem[] {
  return Object.entries(items[kind] ?? {}).map(([code, label]) =>
    Object.assign(new ContentItem(), { code, label, isPresent: told[code] ?? null }),
  );
}
