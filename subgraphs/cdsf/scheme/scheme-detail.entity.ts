import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

export enum SchemeDetailKind {
  PARTNER = "PARTNER",
  MEANS = "MEANS",
  INDICATOR = "INDICATOR",
  SUB_ACTION = "SUB_ACTION",
  PRIORITY = "PRIORITY",
  LEADER = "LEADER",
  ACTOR = "ACTOR",
  KEY_ACTION = "KEY_ACTION",
}

registerEnumType(SchemeDetailKind, {
  name: "SchemeDetailKind",
  description: "Ce qu'une précision du schéma décrit.",
  valuesConfig: {
    PARTNER: { description: "Partenaire associé." },
    MEANS: { description: "Moyen engagé ; actor dit par qui." },
    INDICATOR: { description: "Indicateur de suivi propre au schéma, tel qu'imprimé." },
    SUB_ACTION: { description: "Sous-action." },
    PRIORITY: { description: "Priorité d'une fiche action." },
    LEADER: { description: "Pilote d'une fiche action." },
    ACTOR: { description: "Acteur associé à une fiche action." },
    KEY_ACTION: { description: "Action clé d'une fiche action." },
  },
});

@Entity()
@Open()
@ObjectType({ description: "Précision attachée à un axe, un objectif ou une action du schéma." })
export class SchemeDetail {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  /** The id of its axis, objective or action. */
  @Property({ type: "text" })
  parent!: string;

  @Property({ type: "integer" })
  position!: number;

  @Property({ type: "text" })
  @Field(() => SchemeDetailKind, { description: "Ce que la précision décrit." })
  kind!: SchemeDetailKind;

  @Property({ type: "text" })
  @Field(() => String, { description: "Texte." })
  label!: string;

  @Property({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Qui, pour un moyen." })
  actor!: string | null;
}
