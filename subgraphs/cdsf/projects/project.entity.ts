import { Directive, Field, ObjectType } from "type-graphql";
import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { type DecisionKind, type OpinionGround, type OpinionOutcome, ProjectKind, ProjectStage } from "./project-terms.ts";

@Entity()
@Open()
@ObjectType({
  description: "Projet d'établissement d'accueil du jeune enfant : création, extension, transformation, transfert, réduction ou fermeture.",
})
@Directive('@key(fields: "id")')
export class Project {
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  /** Its code. */
  @Index()
  @Property({ type: "text" })
  department!: string;

  /** Its id. */
  @Index()
  @Property({ type: "text" })
  territoryId!: string;

  @Shown(ProjectKind, "Nature.")
  kind!: ProjectKind;

  @Shown(ProjectStage, "Où il en est, d'après ce qui a été transmis en dernier.")
  stage!: ProjectStage;

  @Shown(FacilityCategory, "Catégorie de l'établissement (R. 2324-17 CSP) ; null si elle n'est pas arrêtée.", { nullable: true })
  category!: FacilityCategory | null;

  @Shown("integer", "Places que le projet crée, déplace ou supprime ; null si leur nombre n'est pas arrêté.", { nullable: true })
  places!: number | null;

  @Shown("date", "Jour du dépôt ; null s'il n'est pas déposé.", { nullable: true })
  submittedOn!: string | null;

  /** The id of the authority whose opinion is asked; null: none is. */
  @Property({ type: "text", nullable: true })
  authority!: string | null;

  @Property({ type: "date", nullable: true })
  opinionOn!: string | null;

  @Property({ type: "text", nullable: true })
  opinionGiven!: OpinionOutcome | null;

  @Property({ type: "text[]" })
  grounds!: OpinionGround[];

  @Property({ type: "text", nullable: true })
  decisionKind!: DecisionKind | null;

  @Property({ type: "date", nullable: true })
  decidedOn!: string | null;

  /** The id of the facility. */
  @Property({ type: "text", nullable: true })
  facilityId!: string | null;

  /** Ids. */
  @Property({ type: "text[]" })
  meetingIds!: string[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
