import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, Property } from "../../../foundation/tables/columns.ts";
import { ContentItem } from "../documents/content-item.ts";
import { Programme } from "../programme.ts";

/** What a scheme holds (D. 214-10-1 CASF), by the codes of an exchange file. */
export const schemeItems = {
  INSUFFICIENT_ZONES: "Zones où l'offre est insuffisante",
  OBJECTIVES: "Objectifs",
  JOBS_AND_SKILLS: "Métiers et compétences",
  VULNERABLE_FAMILIES: "Familles vulnérables",
  AVIP: "Insertion professionnelle des parents (Avip)",
  QUALITY: "Soutien à la qualité",
  INVESTMENTS: "Investissements",
  COSTS_AND_MEANS: "Coûts et moyens",
  CALENDAR: "Calendrier",
  INDICATORS: "Indicateurs et évaluation",
  PARTNERSHIPS: "Partenariats",
} as const;
export type SchemeItem = keyof typeof schemeItems;

@Entity()
@Open()
@ObjectType({
  implements: Programme,
  description:
    "Schéma pluriannuel de maintien et de développement de l'offre d'accueil du jeune enfant d'une autorité organisatrice de plus de 10 000 habitants (L. 214-2, D. 214-10-1 CASF).",
})
@Directive('@key(fields: "id")')
export class AuthorityScheme extends Programme {
  /** Its code. */
  @Index()
  @Property({ type: "text" })
  department!: string;

  @Shown("date", "Transmission au CDSF, due dans le mois qui suit l'adoption.", { nullable: true })
  transmittedOn!: string | null;

  /** Ids. */
  @Property({ type: "text[]" })
  insufficient!: string[];

  @Property({ type: "jsonb" })
  told!: Partial<Record<SchemeItem, boolean>>;

  @Field(() => [ContentItem], { description: "Les onze éléments qu'il doit contenir, et s'il les contient." })
  @Directive("@listSize(assumedSize: 11)")
  get content(): ContentItem[] {
    return Object.entries(schemeItems).map(([code, label]) =>
      Object.assign(new ContentItem(), { code, label, isPresent: this.told[code as SchemeItem] ?? null }),
    );
  }
}
