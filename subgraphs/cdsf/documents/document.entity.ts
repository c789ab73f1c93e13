import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { Entity, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { DocumentKind } from "./document-kind.ts";

@Open()
@ObjectType({ description: "Transmission d'un document." })
export class Sending {
  @Field(() => Party, { description: "À qui." })
  to!: Party;

  @Field(() => DateScalar, { description: "Quel jour." })
  on!: string;
}

@Entity()
@Open()
@ObjectType({
  description:
    "Document du comité ou de ses membres : synthèse, bilan, évaluation, compte rendu, feuille de route… Ce qui le concerne, jamais son texte.",
})
@Directive('@key(fields: "id")')
export class Document {
  @Shown("text", "Identifiant du document dans le hub.", { key: true })
  id!: string;

  @Shown(DocumentKind, "Nature.")
  kind!: DocumentKind;

  @Shown("text", "Titre.")
  title!: string;

  @Shown("integer", "Année que le document décrit.", { nullable: true })
  year!: number | null;

  /** The id of the scheme of which it tells. */
  @Property({ type: "text", nullable: true })
  scheme!: string | null;

  @Shown("date", "Jour de son adoption, ou de son établissement.", { nullable: true })
  adoptedOn!: string | null;

  @Shown("date", "Jour de sa présentation.", { nullable: true })
  presentedOn!: string | null;

  /** The id of a body of the committee. */
  @Property({ type: "text", nullable: true })
  presentedTo!: string | null;

  @Property({ type: "jsonb" })
  @Field(() => [Sending], { description: "À qui il a été transmis, et quand ; vide si aucune transmission n'est connue." })
  @Directive("@listSize(assumedSize: 2)")
  sent!: Sending[];

  @Shown("date", "Jour de sa publication.", { nullable: true })
  publishedOn!: string | null;

  @Shown("text", "Adresse à laquelle il est publié.", { nullable: true })
  url!: string | null;

  /** The ids of documents. */
  @Property({ type: "text[]" })
  annexes!: string[];

  /** Whether it holds what a document of its kind must, by code, where its sender says. */
  @Property({ type: "jsonb" })
  told!: Record<string, boolean>;

  @Shown("text", "SHA-256 de ce qui a été publié, en hexadécimal.", { nullable: true })
  hash!: string | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
